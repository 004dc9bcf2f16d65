// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/**
 * Translates between the octets of an IP address and its text, without ever resolving a name.
 *
 * <p>RFC 1123 2.1 (four decimal numbers, nothing less), RFC 4291 2.2 (IPv6 text), RFC 5952 (the one
 * form of it to write). No scope, no port, no brackets.
 */
public final class IpText {
  private static final int V4_OCTETS = 4;
  private static final int V6_OCTETS = 16;
  private static final int V6_GROUPS = 8;

  private IpText() {}

  /**
   * Parses {@code a.b.c.d}.
   *
   * @throws IllegalArgumentException if the text is no IPv4 address
   */
  public static byte[] parseV4(String text) {
    byte[] octets = new byte[V4_OCTETS];
    int at = 0;
    for (int i = 0; i < V4_OCTETS; i++) {
      int end = i < V4_OCTETS - 1 ? text.indexOf('.', at) : text.length();
      int value = end < 0 ? -1 : number(text, at, end, 10, 3);
      // 010 would be 8 to some readers and 10 to others.
      if (value < 0 || value > 255 || end - at > 1 && text.charAt(at) == '0') {
        throw new IllegalArgumentException("no IPv4 address: four numbers of 0 to 255 wanted");
      }
      octets[i] = (byte) value;
      at = end + 1;
    }
    return octets;
  }

  /**
   * Parses an IPv6 address, {@code ::} and a trailing IPv4 address included.
   *
   * @throws IllegalArgumentException if the text is no IPv6 address
   */
  public static byte[] parseV6(String text) {
    int gap = text.indexOf("::");
    byte[] octets = new byte[V6_OCTETS];
    if (gap < 0) {
      if (groups(text, octets, 0) != V6_OCTETS) {
        throw noV6("eight groups wanted");
      }
      return octets;
    }
    byte[] tail = new byte[V6_OCTETS];
    int before = gap == 0 ? 0 : groups(text.substring(0, gap), octets, 0);
    int after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), tail, 0);
    if (before + after > V6_OCTETS - 2 || before > 0 && text.lastIndexOf('.', gap) >= 0) {
      throw noV6("too many groups");
    }
    System.arraycopy(tail, 0, octets, V6_OCTETS - after, after);
    return octets;
  }

  /** Parses groups between colons; returns how many octets they made. */
  private static int groups(String text, byte[] octets, int from) {
    int filled = from;
    int at = 0;
    while (at <= text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      boolean ipv4 = colon < 0 && text.indexOf('.', at) >= 0;
      if (filled + (ipv4 ? V4_OCTETS : 2) > V6_OCTETS) {
        throw noV6("too many groups");
      }
      if (ipv4) {
        System.arraycopy(parseV4(text.substring(at)), 0, octets, filled, V4_OCTETS);
        return filled + V4_OCTETS;
      }
      int value = number(text, at, end, 16, 4);
      if (value < 0) {
        throw noV6("a group is one to four hexadecimal digits");
      }
      octets[filled++] = (byte) (value >> 8);
      octets[filled++] = (byte) value;
      at = end + 1;
    }
    return filled;
  }

  private static IllegalArgumentException noV6(String reason) {
    return new IllegalArgumentException("no IPv6 address: " + reason);
  }

  /** Returns the number between two indexes; -1 if there is none or it has too many digits. */
  private static int number(String text, int from, int to, int radix, int maxDigits) {
    if (to <= from || to - from > maxDigits) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  /**
   * Renders 4 octets as IPv4, 16 as IPv6.
   *
   * @throws IllegalArgumentException for any other number of octets
   */
  public static String format(byte[] octets) {
    if (octets.length == V4_OCTETS) {
      return formatV4(octets, 0);
    }
    if (octets.length == V6_OCTETS) {
      return formatV6(octets);
    }
    throw new IllegalArgumentException("an address of " + octets.length + " octets");
  }

  private static String formatV4(byte[] octets, int at) {
    return (octets[at] & 0xFF)
        + "."
        + (octets[at + 1] & 0xFF)
        + "."
        + (octets[at + 2] & 0xFF)
        + "."
        + (octets[at + 3] & 0xFF);
  }

  private static String formatV6(byte[] octets) {
    if (isMapped(octets)) {
      return "::ffff:" + formatV4(octets, V6_OCTETS - V4_OCTETS);
    }
    int gapStart = -1;
    int gapLength = 1; // a single group of zeros is not shortened (RFC 5952 4.2.2)
    for (int i = 0; i < V6_GROUPS; i++) {
      int zeros = zeroGroups(octets, i);
      if (zeros > gapLength) {
        gapStart = i;
        gapLength = zeros;
      }
    }
    StringBuilder text = new StringBuilder(39);
    int i = 0;
    while (i < V6_GROUPS) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(group(octets, i)));
      i++;
    }
    return text.toString();
  }

  private static boolean isMapped(byte[] octets) {
    return zeroGroups(octets, 0) == 5 && group(octets, 5) == 0xFFFF;
  }

  private static int zeroGroups(byte[] octets, int from) {
    int i = from;
    while (i < V6_GROUPS && group(octets, i) == 0) {
      i++;
    }
    return i - from;
  }

  private static int group(byte[] octets, int i) {
    return (octets[2 * i] & 0xFF) << 8 | octets[2 * i + 1] & 0xFF;
  }
}
