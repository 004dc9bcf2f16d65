// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of RR types whose data is understood: it finds the reader for a type.
 *
 * <p>{@link #builtIn} holds the types of this library. A program with types of its own makes one
 * registry at its start and hands it to whatever reads for it:
 *
 * <pre>{@code
 * RDataRegistry registry =
 *     RDataRegistry.builtIn()
 *         .with(new RDataFormat(RRType.of(65300), Beacon::read, Beacon::parse));
 * Message message = MessageCodec.decode(octets, DecodeLimits.DEFAULT, registry);
 * }</pre>
 *
 * <p>A type that is not listed is read as {@link UnknownRData} (RFC 3597). There is no global
 * registry that a program could change under the feet of another.
 */
public final class RDataRegistry {
  /** Assigned types mostly have small numbers; those are found by index. */
  private static final int DIRECT = 512;

  private final @Nullable RDataFormat[] direct;
  private final Map<RRType, RDataFormat> others;

  private final boolean tolerant;

  private RDataRegistry(
      @Nullable RDataFormat[] direct, Map<RRType, RDataFormat> others, boolean tolerant) {
    this.direct = direct;
    this.others = others;
    this.tolerant = tolerant;
  }

  /**
   * Returns the registry of the types that this library understands.
   *
   * @return always the same registry
   */
  public static RDataRegistry builtIn() {
    return RDataFormats.BUILT_IN;
  }

  static RDataRegistry of(List<RDataFormat> formats) {
    RDataRegistry registry = new RDataRegistry(new RDataFormat[DIRECT], new HashMap<>(), false);
    for (RDataFormat format : formats) {
      if (registry.understands(format.type())) {
        throw new IllegalStateException(format.type() + " is registered twice");
      }
      registry.put(format);
    }
    return registry;
  }

  private void put(RDataFormat format) {
    int code = format.type().code();
    if (code < DIRECT) {
      direct[code] = format;
    } else {
      others.put(format.type(), format);
    }
  }

  /**
   * Returns a registry that also understands one more type, or reads one in another way.
   *
   * <p>An {@link IllegalArgumentException} from the format's readers counts as malformed data, so
   * that a constructor's checks are enough.
   *
   * @param format the type and its readers; any type but OPT, which messages read by themselves
   * @return a new registry; this one stays as it is
   * @throws IllegalArgumentException if the type is OPT
   */
  public RDataRegistry with(RDataFormat format) {
    if (format.type().equals(RRType.OPT)) {
      throw new IllegalArgumentException("OPT is no record of its own: see Edns");
    }
    RDataRegistry more =
        new RDataRegistry(Arrays.copyOf(direct, direct.length), new HashMap<>(others), tolerant);
    more.put(format.guarded());
    return more;
  }

  /**
   * Returns a registry that reads what is no data of its type as {@link UnknownRData}, as long as
   * the record ends where it says it ends: so one bad record does not spoil a whole message.
   *
   * @return a registry of the same types; this one stays as it is
   */
  public RDataRegistry tolerant() {
    return new RDataRegistry(direct, others, true);
  }

  private @Nullable RDataFormat find(RRType type) {
    int code = type.code();
    return code < DIRECT ? direct[code] : others.get(type);
  }

  /**
   * Tells whether data of a type is taken apart.
   *
   * @param type any type
   * @return false if its data is read as {@link UnknownRData}
   */
  public boolean understands(RRType type) {
    return find(type) != null;
  }

  /**
   * Reads the data of one record from a message.
   *
   * @param type the type of the record
   * @param in a reader fenced to exactly the RDATA; whoever set the fence checks that nothing is
   *     left over
   * @return the data; {@link UnknownRData} if the type is not known
   * @throws WireFormatException if the octets are no data of that type
   */
  public RData read(RRType type, WireReader in) throws WireFormatException {
    RDataFormat format = find(type);
    if (format == null) {
      return new UnknownRData(type, Octets.wrap(in.rest()));
    }
    return tolerant ? readOrKeep(format, in) : format.fromWire().read(in);
  }

  private static RData readOrKeep(RDataFormat format, WireReader in) {
    int start = in.position();
    int length = in.remaining();
    try {
      RData data = format.fromWire().read(in);
      if (!in.hasRemaining()) {
        return data;
      }
    } catch (WireFormatException e) {
      // Then nobody knows what the octets mean, and they are kept as they are. A reader of its own
      // for the trial would expand names anew in each record, beyond what a message may.
    }
    in.rewind(start, length);
    return new UnknownRData(format.type(), Octets.wrap(in.rest()));
  }

  /**
   * Reads the data of one record from text: the type's own form, or for any type the generic form
   * {@code \# 4 0A000001} of RFC 3597 section 5.
   *
   * @param type the type of the record
   * @param in the words of the record's data, all of which are used up
   * @return the data; {@link UnknownRData} if the type is not known
   * @throws TextFormatException if the text is no data of that type, or goes on behind it
   */
  public RData parse(RRType type, TextReader in) throws TextFormatException {
    RDataFormat format = find(type);
    RData data;
    if (in.accept(UnknownRData.MARK)) {
      data = parseGeneric(type, format, in);
    } else if (format != null) {
      data = format.fromText().parse(in);
    } else {
      String expectation = "\\# and the data of " + type + " in hexadecimal";
      in.token(expectation);
      throw in.malformed(expectation);
    }
    in.expectEnd();
    return data;
  }

  private static RData parseGeneric(RRType type, @Nullable RDataFormat format, TextReader in)
      throws TextFormatException {
    UnknownRData generic = UnknownRData.parseBehindMark(type, in);
    if (format == null) {
      return generic;
    }
    WireReader wire = new WireReader(generic.octets().toArray());
    try {
      RData data = format.fromWire().read(wire);
      if (wire.hasRemaining()) {
        throw wire.malformed(wire.remaining() + " octets left over");
      }
      return data;
    } catch (WireFormatException e) {
      throw in.malformed("octets of " + type + " data (" + e.getMessage() + ")");
    }
  }
}
