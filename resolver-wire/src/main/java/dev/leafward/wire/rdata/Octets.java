// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.WireWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An immutable string of octets with value equality, for keys, digests, signatures and opaque data.
 *
 * <p>An array within a record would compare by identity and could be changed from outside.
 */
public final class Octets {
  /** No octets at all. */
  public static final Octets EMPTY = new Octets(new byte[0]);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** The length of dig's words of hexadecimal and base64 text. */
  private static final int BLOCK = 56;

  private final byte[] octets;

  private Octets(byte[] octets) {
    this.octets = octets;
  }

  /**
   * Returns a copy of an array.
   *
   * @param octets any octets
   * @return the same octets, immutable
   */
  public static Octets of(byte[] octets) {
    return wrap(octets.clone());
  }

  /**
   * Reads hexadecimal digits, two for each octet, in any case and without separators.
   *
   * @param hex the digits
   * @return the octets
   * @throws IllegalArgumentException if the text is not that
   */
  public static Octets ofHex(String hex) {
    return wrap(HEX.parseHex(hex));
  }

  /** Takes the array over; the caller must not keep it. */
  static Octets wrap(byte[] owned) {
    return owned.length == 0 ? EMPTY : new Octets(owned);
  }

  /**
   * Returns a copy of the octets.
   *
   * @return a new array
   */
  public byte[] toArray() {
    return octets.clone();
  }

  /**
   * Returns the number of octets.
   *
   * @return 0 or more
   */
  public int length() {
    return octets.length;
  }

  /**
   * Tells whether there are no octets.
   *
   * @return true if the length is 0
   */
  public boolean isEmpty() {
    return octets.length == 0;
  }

  /**
   * Returns one octet.
   *
   * @param index 0..length - 1
   * @return 0..255
   * @throws IndexOutOfBoundsException if the index is outside
   */
  public int octetAt(int index) {
    return octets[index] & 0xFF;
  }

  /**
   * Appends the octets to a message.
   *
   * @param out where to write
   */
  public void write(WireWriter out) {
    out.octets(octets);
  }

  /**
   * Returns the octets as upper-case hexadecimal digits without separators.
   *
   * @return two digits for each octet
   */
  public String hex() {
    return HEX.formatHex(octets);
  }

  /**
   * Returns the octets in base64 with padding (RFC 4648 section 4), without separators.
   *
   * @return the text
   */
  public String base64() {
    return Base64.getEncoder().encodeToString(octets);
  }

  String hexBlocks() {
    return blocks(hex());
  }

  String base64Blocks() {
    return blocks(base64());
  }

  private static String blocks(String text) {
    if (text.length() <= BLOCK) {
      return text;
    }
    StringBuilder broken = new StringBuilder(text.length() + text.length() / BLOCK);
    for (int i = 0; i < text.length(); i += BLOCK) {
      if (i > 0) {
        broken.append(' ');
      }
      broken.append(text, i, Math.min(i + BLOCK, text.length()));
    }
    return broken.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Octets that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Returns {@link #hex}. */
  @Override
  public String toString() {
    return hex();
  }
}
