// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.HexFormat;
import java.util.List;

/** Messages to test with. */
final class Samples {
  /** A query for {@code www.grokit.ca A} as it was captured. */
  static final byte[] CAPTURED_QUERY =
      hex("338a01000001000000000000 03777777 0667726f6b6974 026361 00 0001 0001");

  /** The reply to it as it was captured. */
  static final byte[] CAPTURED_REPLY =
      hex(
          """
          338a81800001000200000000 03777777 0667726f6b6974 026361 00 0001 0001
          c00c 0005 0001 00000708 0016 03676873 0c676f6f676c65686f73746564 03636f6d 00
          c02b 0001 0001 00000044 0004 4a7d1c79
          """);

  private Samples() {}

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  static DomainName name(String text) {
    return DomainName.of(text);
  }

  static Question question(String name, RRType type) {
    return new Question(name(name), type);
  }

  /** Makes a record of the class IN. */
  static ResourceRecord record(String name, long ttl, String type, String data) {
    try {
      TextReader rdata = TextReader.of(data, DomainName.ROOT);
      return new ResourceRecord(
          name(name), RRClass.IN, ttl, RDataFormats.parse(RRType.parse(type), rdata));
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** One record of each type there is, and of one there is not. */
  static List<ResourceRecord> recordsOfEveryType() {
    String hash = "2t7b4g4vsa5smi47k61mv5bv1a22bojr";
    return List.of(
        record("host.example.", 300, "A", "192.0.2.1"),
        record("host.example.", 300, "AAAA", "2001:db8::1"),
        record("host.example.", 300, "AAAA", "::ffff:192.0.2.1"),
        record("example.", 0, "NS", "ns1.example."),
        record("alias.example.", 1, "CNAME", "host.Example."),
        record("example.", 3600, "SOA", "ns1.example. root.example. 1 2 3 4 4294967295"),
        record("1.2.0.192.in-addr.arpa.", 2147483647, "PTR", "host.example."),
        record("example.", 300, "MX", "10 mail.example."),
        record("example.", 300, "TXT", "\"v=spf1 -all\" \"\" \"\\000\\255\""),
        record("_sip._udp.example.", 300, "SRV", "0 5 5060 sip.example."),
        record("old.example.", 300, "DNAME", "new.example."),
        record("example.", 300, "DS", "20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC6834"),
        record("example.", 300, "DNSKEY", "257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0d"),
        record(
            "example.",
            300,
            "RRSIG",
            "MX 13 1 300 20300101000000 20260101000000 4711 example. c2lnbmF0dXJl"),
        record("example.", 300, "NSEC", "host.example. A NS SOA TYPE1234"),
        record(hash + ".example.", 300, "NSEC3", "1 1 12 aabbccdd " + hash + " A RRSIG"),
        record("example.", 300, "TYPE65280", "\\# 3 c00c00"));
  }

  /** A reply that has everything. */
  static Message fullMessage() {
    Message.Builder reply =
        Message.replyTo(Message.query(question("example.", RRType.ANY)).id(4711).build())
            .authoritative()
            .rcode(Rcode.BADCOOKIE)
            .edns(
                Edns.of(1232)
                    .withDnssecOk()
                    .withOption(Cookie.ofClient(Octets.ofHex("0123456789abcdef"))));
    for (ResourceRecord each : recordsOfEveryType()) {
      reply.answer(each);
    }
    return reply
        .authority(record("example.", 300, "NS", "ns2.example."))
        .additional(record("ns2.example.", 300, "A", "192.0.2.2"))
        .build();
  }
}
