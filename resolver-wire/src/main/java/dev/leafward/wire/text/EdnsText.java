// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.EdnsOption;
import dev.leafward.wire.io.IpText;
import dev.leafward.wire.rdata.Octets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints the EDNS part of a message as dig does.
 *
 * <p>RFC 6891; the options NSID (RFC 5001), CLIENT-SUBNET (RFC 7871), COOKIE (RFC 7873), TCP
 * KEEPALIVE (RFC 7828), PAD (RFC 7830) and EDE (RFC 8914) in their own forms, all others, and
 * malformed ones, as octets. Nothing but printable ASCII comes out, whatever a server sent.
 */
final class EdnsText {
  private static final int COMPACT_OK = 0x4000; // RFC 9824 section 3.4
  private static final int NSID = 3;
  private static final int CLIENT_SUBNET = 8;
  private static final int COOKIE = 10;
  private static final int TCP_KEEPALIVE = 11;
  private static final int PADDING = 12;
  private static final int EXTENDED_ERROR = 15;

  private static final String[] EXTENDED_ERRORS = {
    "Other",
    "Unsupported DNSKEY Algorithm",
    "Unsupported DS Digest Type",
    "Stale Answer",
    "Forged Answer",
    "DNSSEC Indeterminate",
    "DNSSEC Bogus",
    "Signature Expired",
    "Signature Not Yet Valid",
    "DNSKEY Missing",
    "RRSIGs Missing",
    "No Zone Key Bit Set",
    "NSEC Missing",
    "Cached Error",
    "Not Ready",
    "Blocked",
    "Censored",
    "Filtered",
    "Prohibited",
    "Stale NXDOMAIN Answer",
    "Not Authoritative",
    "Not Supported",
    "No Reachable Authority",
    "Network Error",
    "Invalid Data",
    "Signature Expired before Valid",
    "Too Early",
    "Unsupported NSEC3 Iterations Value",
    "Unable to conform to policy",
    "Synthesized"
  };

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
      out.append("; ").append(option(option.code(), option.payload())).append('\n');
    }
  }

  private static String option(int code, Octets payload) {
    int length = payload.length();
    if (code == COOKIE) {
      return "COOKIE: " + payload.hex().toLowerCase(Locale.ROOT);
    } else if (code == PADDING) {
      return "PAD: (" + length + " bytes)";
    } else if (code == TCP_KEEPALIVE && length == 2) {
      int tenths = u16(payload, 0);
      return "TCP KEEPALIVE: " + tenths / 10 + "." + tenths % 10 + " secs";
    } else if (code == EXTENDED_ERROR && length >= 2) {
      return extendedError(payload);
    } else if (code == CLIENT_SUBNET && isClientSubnet(payload)) {
      return clientSubnet(payload);
    }
    return (code == NSID ? "NSID:" : "OPT=" + code + ":") + octets(payload);
  }

  private static String extendedError(Octets payload) {
    int infoCode = u16(payload, 0);
    StringBuilder text = new StringBuilder("EDE: ").append(infoCode);
    if (infoCode < EXTENDED_ERRORS.length) {
      text.append(" (").append(EXTENDED_ERRORS[infoCode]).append(')');
    }
    if (payload.length() > 2) {
      text.append(": (").append(printable(payload, 2)).append(')');
    }
    return text.toString();
  }

  private static boolean isClientSubnet(Octets payload) {
    return payload.length() >= 4
        && addressOctets(payload) > 0
        && payload.length() - 4 <= addressOctets(payload);
  }

  private static int addressOctets(Octets payload) {
    return switch (u16(payload, 0)) {
      case 1 -> 4;
      case 2 -> 16;
      default -> 0;
    };
  }

  private static String clientSubnet(Octets payload) {
    byte[] address = Arrays.copyOfRange(payload.toArray(), 4, 4 + addressOctets(payload));
    return "CLIENT-SUBNET: "
        + IpText.format(address)
        + "/"
        + payload.octetAt(2)
        + "/"
        + payload.octetAt(3);
  }

  private static String octets(Octets payload) {
    if (payload.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < payload.length(); i++) {
      text.append(String.format(Locale.ROOT, " %02x", payload.octetAt(i)));
    }
    return text.append(" (\"").append(printable(payload, 0)).append("\")").toString();
  }

  private static String printable(Octets payload, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < payload.length(); i++) {
      int octet = payload.octetAt(i);
      text.append(octet >= ' ' && octet < 0x7F ? (char) octet : '.');
    }
    return text.toString();
  }

  private static int u16(Octets octets, int at) {
    return (octets.octetAt(at) << 8) | octets.octetAt(at + 1);
  }
}
