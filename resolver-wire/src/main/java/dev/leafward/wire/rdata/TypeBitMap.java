// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The set of types that exist at a name, as NSEC and NSEC3 carry it.
 *
 * <p>RFC 4034 section 4.1.2: windows of 256 types in rising order, each with its number, the length
 * of its bit map (1..32 octets) and the map, most significant bit first.
 *
 * <pre>{@code
 * ( Window Block # | Bitmap Length | Bitmap )+
 * }</pre>
 *
 * <p>Only the shortest form is accepted (no empty window, no trailing zero octet), so equal sets
 * have equal octets. Bits of meta types are kept as they are; whoever asks for them may ignore
 * them.
 */
public final class TypeBitMap {
  /** No types at all, as in the NSEC3 record of an empty non-terminal. */
  public static final TypeBitMap EMPTY = new TypeBitMap(new byte[0]);

  private static final int MAX_WINDOW_OCTETS = 32;

  private final byte[] wire;

  private TypeBitMap(byte[] wire) {
    this.wire = wire;
  }

  /**
   * Returns the set of these types.
   *
   * @param types any types, in any order
   * @return their map
   */
  public static TypeBitMap of(RRType... types) {
    return of(Arrays.asList(types));
  }

  /**
   * Returns the set of these types.
   *
   * @param types any types, in any order; doubles count once
   * @return their map
   */
  public static TypeBitMap of(Collection<RRType> types) {
    NavigableSet<RRType> sorted = new TreeSet<>(types);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    while (!sorted.isEmpty()) {
      int window = sorted.first().code() >> 8;
      byte[] bits = new byte[MAX_WINDOW_OCTETS];
      int length = 0;
      while (!sorted.isEmpty() && sorted.first().code() >> 8 == window) {
        int low = sorted.removeFirst().code() & 0xFF;
        bits[low >> 3] |= (byte) (0x80 >> (low & 7));
        length = (low >> 3) + 1;
      }
      wire.write(window);
      wire.write(length);
      wire.write(bits, 0, length);
    }
    return wire.size() == 0 ? EMPTY : new TypeBitMap(wire.toByteArray());
  }

  /** Returns the map of the types 0..255 from their bits, of which the last octet is not 0. */
  static TypeBitMap ofFirstWindow(byte[] bits) {
    if (bits.length == 0) {
      return EMPTY;
    }
    ByteArrayOutputStream window = new ByteArrayOutputStream(2 + bits.length);
    window.write(0);
    window.write(bits.length);
    window.writeBytes(bits);
    return new TypeBitMap(window.toByteArray());
  }

  /**
   * Reads the map that takes up the rest of the RDATA.
   *
   * @param in a reader fenced to the RDATA
   * @return the map, empty if nothing is left
   * @throws WireFormatException if windows are out of order, empty, too long, cut off, or end in a
   *     zero octet
   */
  public static TypeBitMap read(WireReader in) throws WireFormatException {
    int start = in.position();
    int previous = -1;
    while (in.hasRemaining()) {
      int window = in.u8();
      if (window <= previous) {
        throw in.malformed("type bit map window " + window + " after window " + previous);
      }
      int length = in.u8();
      if (length == 0 || length > MAX_WINDOW_OCTETS) {
        throw in.malformed("type bit map window of " + length + " octets");
      }
      in.skip(length - 1);
      if (in.u8() == 0) {
        throw in.malformed("type bit map window ends in a zero octet");
      }
      previous = window;
    }
    return previous < 0 ? EMPTY : new TypeBitMap(in.octetsSince(start));
  }

  /**
   * Reads the type names that take up the rest of the text.
   *
   * @param in the text, placed behind the fields before the map
   * @return the map, empty if nothing is left
   * @throws TextFormatException if a word names no type
   */
  public static TypeBitMap parse(TextReader in) throws TextFormatException {
    List<RRType> types = new ArrayList<>();
    while (in.hasNext()) {
      types.add(Fields.type(in));
    }
    return of(types);
  }

  /**
   * Appends the map to a message.
   *
   * @param out where to write
   */
  public void write(WireWriter out) {
    out.octets(wire);
  }

  /**
   * Tells whether a type is in the set.
   *
   * @param type any type
   * @return true if its bit is set
   */
  public boolean contains(RRType type) {
    int window = type.code() >> 8;
    int low = type.code() & 0xFF;
    for (int i = 0; i < wire.length; i += 2 + wire[i + 1]) {
      if ((wire[i] & 0xFF) == window) {
        int octet = low >> 3;
        return octet < wire[i + 1] && (wire[i + 2 + octet] & (0x80 >> (low & 7))) != 0;
      }
    }
    return false;
  }

  /**
   * Returns the types of the set.
   *
   * @return the types in rising order; immutable
   */
  public List<RRType> types() {
    List<RRType> types = new ArrayList<>();
    for (int i = 0; i < wire.length; i += 2 + wire[i + 1]) {
      int window = (wire[i] & 0xFF) << 8;
      for (int bit = 0; bit < wire[i + 1] * 8; bit++) {
        if ((wire[i + 2 + (bit >> 3)] & (0x80 >> (bit & 7))) != 0) {
          types.add(RRType.of(window | bit));
        }
      }
    }
    return List.copyOf(types);
  }

  /**
   * Tells whether the set has no types.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return wire.length == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypeBitMap that && Arrays.equals(wire, that.wire);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(wire);
  }

  /**
   * Returns the presentation form.
   *
   * @return the names of the types in rising order, parted by blanks
   */
  @Override
  public String toString() {
    return types().stream().map(RRType::toString).collect(Collectors.joining(" "));
  }
}
