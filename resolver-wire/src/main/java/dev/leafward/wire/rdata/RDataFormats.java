// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one registry of RR types whose data is understood: it finds the reader for a type.
 *
 * <p>A type that is not listed is read as {@link UnknownRData} (RFC 3597). To add a type: one file
 * with its record, one constant in {@link RRType}, one line here.
 */
public final class RDataFormats {

  /** Reads the wire form of one type, up to the fence of the RDATA. */
  @FunctionalInterface
  private interface FromWire {
    RData read(WireReader in) throws WireFormatException;
  }

  /** Reads the presentation form of one type, up to the end of the record. */
  @FunctionalInterface
  private interface FromText {
    RData parse(TextReader in) throws TextFormatException;
  }

  private record Format(RRType type, FromWire fromWire, FromText fromText) {}

  private static final Map<RRType, Format> FORMATS =
      Stream.of(
              new Format(RRType.A, A::read, A::parse),
              new Format(RRType.NS, NS::read, NS::parse),
              new Format(RRType.CNAME, CNAME::read, CNAME::parse),
              new Format(RRType.SOA, SOA::read, SOA::parse),
              new Format(RRType.PTR, PTR::read, PTR::parse),
              new Format(RRType.MX, MX::read, MX::parse),
              new Format(RRType.TXT, TXT::read, TXT::parse),
              new Format(RRType.AAAA, AAAA::read, AAAA::parse),
              new Format(RRType.SRV, SRV::read, SRV::parse),
              new Format(RRType.DNAME, DNAME::read, DNAME::parse),
              new Format(RRType.DS, DS::read, DS::parse),
              new Format(RRType.RRSIG, RRSIG::read, RRSIG::parse),
              new Format(RRType.NSEC, NSEC::read, NSEC::parse),
              new Format(RRType.DNSKEY, DNSKEY::read, DNSKEY::parse),
              new Format(RRType.NSEC3, NSEC3::read, NSEC3::parse),
              new Format(RRType.ZONEMD, ZONEMD::read, ZONEMD::parse))
          .collect(Collectors.toUnmodifiableMap(Format::type, Function.identity()));

  private RDataFormats() {}

  /**
   * Reads the data of one record from a message.
   *
   * @param type the type of the record
   * @param in a reader fenced to exactly the RDATA; whoever set the fence checks that nothing is
   *     left over
   * @return the data; {@link UnknownRData} if the type is not known
   * @throws WireFormatException if the octets are no data of that type
   */
  public static RData read(RRType type, WireReader in) throws WireFormatException {
    Format format = FORMATS.get(type);
    return format == null
        ? new UnknownRData(type, Octets.wrap(in.rest()))
        : format.fromWire().read(in);
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
  public static RData parse(RRType type, TextReader in) throws TextFormatException {
    Format format = FORMATS.get(type);
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

  private static RData parseGeneric(RRType type, @Nullable Format format, TextReader in)
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
