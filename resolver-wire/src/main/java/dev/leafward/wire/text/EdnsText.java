// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.EdnsOption;
import java.util.Locale;

/**
 * Prints the EDNS part of a message as dig does.
 *
 * <p>RFC 6891. Each option prints itself: those that dig 9.18 understands in dig's form, those that
 * only we understand under IANA's name, all others, and malformed ones, as octets. Nothing but
 * printable ASCII comes out, whatever a server sent.
 */
final class EdnsText {
  private static final int COMPACT_OK = 0x4000; // RFC 9824 section 3.4

  private EdnsText() {}

  static void append(StringBuilder out, Edns edns) {
    out.append(";; OPT PSEUDOSECTION:\n; EDNS: version: ")
        .append(edns.version())
        .append(", flags:");
    if (edns.dnssecOk()) {
      out.append(" do");
    }
    if ((edns.flags() & COMPACT_OK) != 0) {
      out.append(" co");
    }
    int unassigned = edns.flags() & ~(Edns.DO | COMPACT_OK);
    if (unassigned != 0) {
      out.append(String.format(Locale.ROOT, "; MBZ: 0x%04x, udp: ", unassigned));
    } else {
      out.append("; udp: ");
    }
    out.append(edns.udpPayloadSize()).append('\n');
    for (EdnsOption option : edns.options()) {
      out.append("; ").append(option).append('\n');
    }
  }
}
