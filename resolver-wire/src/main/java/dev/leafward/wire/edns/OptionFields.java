// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;

/** Checks, readings and texts of single fields that several options share. */
final class OptionFields {
  private static final int[] UNITS = {604_800, 86_400, 3600, 60, 1};
  private static final String[] UNIT_NAMES = {"week", "day", "hour", "minute", "second"};

  private OptionFields() {}

  static void checkU8(String field, int value) {
    check(field, value, 0xFF);
  }

  static void checkU16(String field, int value) {
    check(field, value, 0xFFFF);
  }

  static void checkU32(String field, long value) {
    check(field, value, 0xFFFF_FFFFL);
  }

  private static void check(String field, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " " + value + " is outside 0.." + max);
    }
  }

  static Octets rest(WireReader in) {
    return Octets.of(in.rest());
  }

  /** A name in full: there is nothing within an option that a pointer could mean. */
  static DomainName name(WireReader in) throws WireFormatException {
    int start = in.position();
    DomainName name = in.name();
    if (in.position() - start != name.octets()) {
      throw in.malformed("compressed name in an EDNS option");
    }
    return name;
  }

  /** The octets as dig dumps them: {@code 01 41 (".A")}, with a blank before; none as nothing. */
  static String dump(Octets octets) {
    if (octets.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(octets.length() * 4 + 6);
    for (int i = 0; i < octets.length(); i++) {
      int octet = octets.octetAt(i);
      text.append(' ')
          .append(Character.forDigit(octet >> 4, 16))
          .append(Character.forDigit(octet & 0xF, 16));
    }
    return text.append(" (\"").append(printable(octets)).append("\")").toString();
  }

  /** Printable ASCII as it is, a dot for everything else: the octets are a stranger's. */
  static String printable(Octets octets) {
    StringBuilder text = new StringBuilder(octets.length());
    for (int i = 0; i < octets.length(); i++) {
      int octet = octets.octetAt(i);
      text.append(octet >= ' ' && octet < 0x7F ? (char) octet : '.');
    }
    return text.toString();
  }

  /** Seconds as dig explains them: {@code 604801 (1 week 1 second)}. */
  static String seconds(long seconds) {
    StringBuilder text = new StringBuilder().append(seconds).append(" (");
    long left = seconds;
    for (int i = 0; i < UNITS.length; i++) {
      long count = left / UNITS[i];
      left %= UNITS[i];
      if (count > 0 || (seconds == 0 && UNITS[i] == 1)) {
        text.append(text.charAt(text.length() - 1) == '(' ? "" : " ")
            .append(count)
            .append(' ')
            .append(UNIT_NAMES[i])
            .append(count == 1 ? "" : "s");
      }
    }
    return text.append(')').toString();
  }
}
