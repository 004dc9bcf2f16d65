// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names that some numbers of one field have in text, where the plain number is as good.
 *
 * <p>Names are read in any case.
 */
final class Mnemonics {
  /** IANA's DNSSEC algorithm numbers (RFC 4034 appendix A.1). */
  static final Mnemonics ALGORITHM =
      new Mnemonics("an algorithm", 0xFF)
          .with(1, "RSAMD5")
          .with(2, "DH")
          .with(3, "DSA")
          .with(4, "ECC")
          .with(5, "RSASHA1")
          .with(6, "NSEC3DSA", "DSA-NSEC3-SHA1")
          .with(7, "NSEC3RSASHA1", "RSASHA1-NSEC3-SHA1")
          .with(8, "RSASHA256")
          .with(10, "RSASHA512")
          .with(12, "ECCGOST", "ECC-GOST")
          .with(13, "ECDSAP256SHA256")
          .with(14, "ECDSAP384SHA384")
          .with(15, "ED25519")
          .with(16, "ED448")
          .with(252, "INDIRECT")
          .with(253, "PRIVATEDNS")
          .with(254, "PRIVATEOID");

  /** Certificate types (RFC 4398 section 2.1). */
  static final Mnemonics CERTIFICATE_TYPE =
      new Mnemonics("a certificate type", 0xFFFF)
          .with(1, "PKIX")
          .with(2, "SPKI")
          .with(3, "PGP")
          .with(4, "IPKIX")
          .with(5, "ISPKI")
          .with(6, "IPGP")
          .with(7, "ACPKIX")
          .with(8, "IACPKIX")
          .with(253, "URI")
          .with(254, "OID");

  /** The IP protocols that WKS data was ever used with (RFC 1010). */
  static final Mnemonics PROTOCOL =
      new Mnemonics("a protocol", 0xFF).with(1, "ICMP").with(6, "TCP").with(17, "UDP");

  /** The services of the days of WKS (RFC 1010), and some that became well known later. */
  static final Mnemonics SERVICE =
      new Mnemonics("a service", 0xFFFF)
          .with(7, "ECHO")
          .with(9, "DISCARD")
          .with(11, "SYSTAT")
          .with(13, "DAYTIME")
          .with(15, "NETSTAT")
          .with(17, "QOTD", "QUOTE")
          .with(19, "CHARGEN")
          .with(20, "FTP-DATA")
          .with(21, "FTP")
          .with(22, "SSH")
          .with(23, "TELNET")
          .with(25, "SMTP")
          .with(37, "TIME")
          .with(42, "NAMESERVER", "NAME")
          .with(43, "WHOIS", "NICNAME")
          .with(53, "DOMAIN")
          .with(67, "BOOTPS")
          .with(68, "BOOTPC")
          .with(69, "TFTP")
          .with(70, "GOPHER")
          .with(79, "FINGER")
          .with(80, "HTTP")
          .with(88, "KERBEROS")
          .with(101, "HOSTNAME", "HOSTNAMES")
          .with(109, "POP2")
          .with(110, "POP3")
          .with(111, "SUNRPC")
          .with(113, "AUTH")
          .with(115, "SFTP")
          .with(119, "NNTP")
          .with(123, "NTP")
          .with(143, "IMAP")
          .with(161, "SNMP")
          .with(389, "LDAP")
          .with(443, "HTTPS");

  private final String field;
  private final int max;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();

  private Mnemonics(String field, int max) {
    this.field = field;
    this.max = max;
  }

  /** Adds a number, the name it is written by, and other names that are read. */
  private Mnemonics with(int number, String name, String... others) {
    names.put(number, name);
    numbers.put(name, number);
    for (String other : others) {
      numbers.put(other, number);
    }
    return this;
  }

  /** Reads a name or a decimal number. */
  int parse(TextReader in) throws TextFormatException {
    String expectation = field + " by its name or as a number in 0.." + max;
    String word = in.token(expectation);
    Integer named = numbers.get(word.toUpperCase(Locale.ROOT));
    int number = named != null ? named : Fields.decimal(word, max);
    if (number < 0) {
      throw in.malformed(expectation);
    }
    return number;
  }

  /** Returns the name, or the decimal number if there is none. */
  String format(int number) {
    return names.getOrDefault(number, Integer.toString(number));
  }
}
