// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;

/** The zones that the tests of this package ask, and the asking. */
final class TestZones {

  static final Zone COM =
      Zone.parse(
          "com.",
          """
          $TTL 172800
          @ 86400 SOA a.gtld-servers.net. hostmaster 1 1800 900 604800 900
          @ NS a.gtld-servers.net.
          example NS ns1.example
          example NS ns.sibling
          example NS ns.elsewhere.org.
          example 86400 DS 1 8 2 00112233
          ns1.example A 192.0.2.1
          ns1.example AAAA 2001:db8::1
          sibling NS ns.sibling
          ns.sibling A 192.0.2.2
          """);

  static final Zone EXAMPLE =
      Zone.parse(
          "example.com.",
          """
          $TTL 300
          @ 3600 SOA ns1 hostmaster 1 1800 900 604800 60
          @ NS ns1
          @ A 192.0.2.10
          @ MX 10 mail
          @ MX 20 mail.elsewhere.org.
          ns1 A 192.0.2.1
          ns1 AAAA 2001:db8::1
          mail A 192.0.2.25
          www A 192.0.2.80
          www AAAA 2001:db8::80
          alias CNAME chain
          chain CNAME www
          dangling CNAME nothing-here
          outward CNAME www.elsewhere.org.
          loop1 CNAME loop2
          loop2 CNAME loop1
          across CNAME www.child
          sideways CNAME www.second.test.
          a.empty.nonterminal A 192.0.2.3
          _sip._udp SRV 0 5 5060 mail
          *.wild A 192.0.2.4
          *.wild MX 5 mail
          host.wild TXT "a name that exists hides the wildcard"
          x.sub.wild A 192.0.2.5
          *.wildalias CNAME www
          a.*.odd A 192.0.2.6
          child NS ns.child
          ns.child A 192.0.2.7
          mx-below-cut MX 1 ns.child
          old DNAME new
          www.new A 192.0.2.8
          far DNAME elsewhere.org.
          long DNAME %s
          """
              .formatted(("x".repeat(60) + ".").repeat(3) + "example.com."));

  static final Zone SECOND =
      Zone.parse(
          "second.test.",
          """
          @ 600 SOA ns hostmaster 1 1800 900 604800 7200
          @ 600 NS ns
          ns 600 A 192.0.2.9
          www 600 A 192.0.2.90
          """);

  private TestZones() {}

  static Message ask(Authority authority, String name, RRType type) {
    return authority.answer(query(name, type));
  }

  static Message query(String name, RRType type) {
    return Message.query(new Question(DomainName.of(name), type)).id(4711).build();
  }

  static List<String> texts(List<ResourceRecord> records) {
    return records.stream().map(ResourceRecord::toString).toList();
  }
}
