// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

/**
 * Reads and writes IP addresses as text, without ever asking the JDK to look anything up.
 *
 * <p>IPv4 is four decimal numbers without leading zeros (RFC 6943 section 3.1.1, the strict form);
 * IPv6 is read in every form of RFC 4291 section 2.2 and written in that of RFC 5952. Zones ({@code
 * %eth0}) and prefix lengths are no part of an address.
 */
public final class IpText {
  private static final int V4_OCTETS = 4;
  private static final int V6_OCTETS = 16;
  private static final int V6_GROUPS = 8;

  private IpText() {}

  /**
   * Reads an IPv4 address.
   *
   * @param text for instance {@code 192.0.2.53}
   * @return four octets
   * @throws IllegalArgumentException if the text is no IPv4 address
   */
  public static byte[] parseV4(String text) {
    byte[] octets = new byte[V4_OCTETS];
    if (!readV4(text, 0, octets, 0)) {
      throw new IllegalArgumentException("\"" + text + "\" is no IPv4 address");
    }
    return octets;
  }

  /**
   * Reads an IPv6 address.
   *
   * @param text for instance {@code 2001:db8::53} or {@code ::ffff:192.0.2.53}
   * @return sixteen octets
   * @throws IllegalArgumentException if the text is no IPv6 address
   */
  public static byte[] parseV6(String text) {
    byte[] octets = new byte[V6_OCTETS];
    if (!readV6(text, octets)) {
      throw new IllegalArgumentException("\"" + text + "\" is no IPv6 address");
    }
    return octets;
  }

  private static boolean readV4(String text, int from, byte[] octets, int at) {
    int i = from;
    for (int part = 0; part < V4_OCTETS; part++) {
      if (part > 0 && (i >= text.length() || text.charAt(i++) != '.')) {
        return false;
      }
      int start = i;
      int value = 0;
      while (i < text.length() && i - start < 3 && isDigit(text.charAt(i))) {
        value = value * 10 + (text.charAt(i++) - '0');
      }
      boolean leadingZero = i - start > 1 && text.charAt(start) == '0';
      if (i == start || leadingZero || value > 0xFF) {
        return false;
      }
      octets[at + part] = (byte) value;
    }
    return i == text.length();
  }

  /** Fills groups from the left; what stands behind "::" is moved to the right end at last. */
  private static boolean readV6(String text, byte[] octets) {
    int filled = 0;
    int gap = -1;
    int i = 0;
    if (text.startsWith("::")) {
      gap = 0;
      i = 2;
    }
    while (i < text.length()) {
      int end = text.indexOf(':', i);
      boolean last = end < 0;
      if (last && text.indexOf('.', i) >= 0) {
        if (filled > V6_OCTETS - V4_OCTETS || !readV4(text, i, octets, filled)) {
          return false;
        }
        filled += V4_OCTETS;
        break;
      }
      int group = hexGroup(text, i, last ? text.length() : end);
      if (group < 0 || filled == V6_OCTETS) {
        return false;
      }
      octets[filled++] = (byte) (group >> 8);
      octets[filled++] = (byte) group;
      if (last) {
        break;
      }
      i = end + 1;
      if (i < text.length() && text.charAt(i) == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = filled;
        i++;
      } else if (i == text.length()) {
        return false;
      }
    }
    return closeGap(octets, filled, gap);
  }

  private static boolean closeGap(byte[] octets, int filled, int gap) {
    if (gap < 0) {
      return filled == V6_OCTETS;
    }
    if (filled == V6_OCTETS) {
      return false;
    }
    int behind = filled - gap;
    System.arraycopy(octets, gap, octets, V6_OCTETS - behind, behind);
    for (int i = gap; i < V6_OCTETS - behind; i++) {
      octets[i] = 0;
    }
    return true;
  }

  private static int hexGroup(String text, int from, int to) {
    if (from == to || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Writes an address in its one recommended form.
   *
   * @param octets four or sixteen octets
   * @return dotted decimal, or the form of RFC 5952: lower case, the first longest run of zero
   *     groups as {@code ::}, IPv4-mapped addresses ending in dotted decimal
   * @throws IllegalArgumentException if there are neither four nor sixteen octets
   */
  public static String format(byte[] octets) {
    return switch (octets.length) {
      case V4_OCTETS -> formatV4(octets, 0);
      case V6_OCTETS -> isMapped(octets) ? "::ffff:" + formatV4(octets, 12) : formatV6(octets);
      default -> throw new IllegalArgumentException("an address of " + octets.length + " octets");
    };
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

  private static boolean isMapped(byte[] octets) {
    for (int i = 0; i < 10; i++) {
      if (octets[i] != 0) {
        return false;
      }
    }
    return group(octets, 5) == 0xFFFF;
  }

  private static String formatV6(byte[] octets) {
    int gap = 0;
    int gapLength = 1; // one zero group alone is not shortened (RFC 5952 section 4.2.2)
    for (int i = 0; i < V6_GROUPS; i++) {
      int run = zeroGroups(octets, i);
      if (run > gapLength) {
        gap = i;
        gapLength = run;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < V6_GROUPS; i++) {
      if (gapLength > 1 && i == gap) {
        text.append("::");
        i += gapLength - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group(octets, i)));
      }
    }
    return text.toString();
  }

  private static int zeroGroups(byte[] octets, int from) {
    int to = from;
    while (to < V6_GROUPS && group(octets, to) == 0) {
      to++;
    }
    return to - from;
  }

  private static int group(byte[] octets, int index) {
    return ((octets[2 * index] & 0xFF) << 8) | (octets[2 * index + 1] & 0xFF);
  }
}
