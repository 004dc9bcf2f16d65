// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;

/** A root, a top-level domain and a zone, for the tests of this package. */
final class LittleWorld {

  static final String ROOT_SERVER = "198.41.0.4";
  static final String TLD_SERVER = "192.5.6.30";
  static final String ZONE_SERVER = "192.0.2.53";
  static final String SECOND_ZONE_SERVER = "2001:db8::53";

  static final String ROOT =
      """
      $TTL 86400
      @ SOA a.root-servers.net. nstld.verisign-grs.com. 1 1800 900 604800 86400
      @ NS a.root-servers.net.
      a.root-servers.net. A 198.41.0.4
      com. NS a.gtld-servers.net.
      net. NS a.gtld-servers.net.
      a.gtld-servers.net. A 192.5.6.30
      """;

  static final String COM =
      """
      $TTL 86400
      @ SOA a.gtld-servers.net. nstld.verisign-grs.com. 1 1800 900 604800 86400
      @ NS a.gtld-servers.net.
      example NS ns.example
      ns.example A 192.0.2.53
      ns.example AAAA 2001:db8::53
      """;

  static final String NET =
      """
      $TTL 86400
      @ SOA a.gtld-servers.net. nstld.verisign-grs.com. 1 1800 900 604800 86400
      @ NS a.gtld-servers.net.
      a.gtld-servers A 192.5.6.30
      """;

  static final String EXAMPLE =
      """
      $TTL 300
      @ SOA ns hostmaster 1 1800 900 604800 60
      @ NS ns
      ns A 192.0.2.53
      ns AAAA 2001:db8::53
      www A 192.0.2.80
      alias CNAME www
      """
          + many();

  private LittleWorld() {}

  private static String many() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(
          "many TXT \"record %d that makes the set larger than a datagram\"\n".formatted(i));
    }
    return text.toString();
  }

  static <T extends MockInternet> T addTo(T internet) {
    internet.zone(".").at(ROOT_SERVER).text(ROOT);
    internet.zone("com.").at(TLD_SERVER).text(COM);
    internet.zone("net.").at(TLD_SERVER).text(NET);
    internet.zone("example.com.").at(ZONE_SERVER, SECOND_ZONE_SERVER).text(EXAMPLE);
    return internet;
  }

  static byte[] query(String name, RRType type) {
    return MessageCodec.encode(
        Message.query(new Question(DomainName.of(name), type)).id(99).build());
  }
}
