// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import static dev.leafward.testkit.zone.TestZones.ask;
import static dev.leafward.testkit.zone.TestZones.query;
import static dev.leafward.testkit.zone.TestZones.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authority says at and below its zone cuts. */
class ReferralTest {

  private static final List<String> NAME_SERVERS =
      List.of(
          "example.com. 172800 IN NS ns1.example.com.",
          "example.com. 172800 IN NS ns.sibling.com.",
          "example.com. 172800 IN NS ns.elsewhere.org.");
  private static final List<String> GLUE =
      List.of(
          "ns1.example.com. 172800 IN A 192.0.2.1",
          "ns1.example.com. 172800 IN AAAA 2001:db8::1",
          "ns.sibling.com. 172800 IN A 192.0.2.2");
  private static final String DS = "example.com. 86400 IN DS 1 8 2 00112233";

  private final Authority parent = Authority.of(TestZones.COM);
  private final Authority both = Authority.of(TestZones.COM, TestZones.EXAMPLE);

  @ParameterizedTest
  @CsvSource({
    "www.example.com., A",
    "example.com., A",
    "example.com., NS",
    "example.com., ANY",
    "ns1.example.com., A",
    "a.b.c.example.com., TXT",
    "below.example.com., DS"
  })
  void refersAtAndBelowTheCut(String name, String type) {
    Message reply = ask(parent, name, RRType.parse(type));

    assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.header().isAuthoritative()).isFalse();
    assertThat(reply.answers()).isEmpty();
    assertThat(texts(reply.authorities())).isEqualTo(NAME_SERVERS);
    assertThat(texts(reply.additionals())).isEqualTo(GLUE);
  }

  @Test
  void answersDsOnTheParentsSide() {
    for (Authority authority : List.of(parent, both)) {
      Message reply = ask(authority, "example.com.", RRType.DS);

      assertThat(reply.header().isAuthoritative()).isTrue();
      assertThat(texts(reply.answers())).containsExactly(DS);
    }
  }

  @Test
  void saysNoDataForTheDsOfAnUnsignedChild() {
    Message reply = ask(parent, "sibling.com.", RRType.DS);

    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(reply.answers()).isEmpty();
    assertThat(texts(reply.authorities())).hasSize(1).first().asString().contains(" 900 IN SOA ");
  }

  @Test
  void showsDsInAReferralIfAskedForDnssec() {
    Message query =
        query("www.example.com.", RRType.A).toBuilder().edns(Edns.of(1232).withDnssecOk()).build();

    assertThat(texts(parent.answer(query).authorities())).contains(DS).hasSize(4);
  }

  @Test
  void theDeepestZoneAnswersIfItServesParentAndChild() {
    Message reply = ask(both, "www.example.com.", RRType.A);

    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(texts(reply.answers())).containsExactly("www.example.com. 300 IN A 192.0.2.80");
  }

  @Test
  void refersFromTheChildToItsOwnChild() {
    Message reply = ask(both, "www.child.example.com.", RRType.A);

    assertThat(reply.header().isAuthoritative()).isFalse();
    assertThat(texts(reply.authorities()))
        .containsExactly("child.example.com. 300 IN NS ns.child.example.com.");
  }

  @Test
  void marksAReferralThatLostNeededGlue() throws WireFormatException {
    StringBuilder text = new StringBuilder("@ 1 SOA ns h 1 2 3 4 5\n@ 1 NS ns\nns 1 A 192.0.2.1\n");
    for (int i = 0; i < 13; i++) {
      text.append(
          "sub 1 NS ns%d.sub\nns%d.sub 1 A 192.0.2.%d\nns%d.sub 1 AAAA ::%d\n"
              .formatted(i, i, i, i, i));
    }
    Authority authority = Authority.of(Zone.parse("test.", text.toString()));
    Message query = query("www.sub.test.", RRType.A);

    byte[] reply = authority.encode(authority.answer(query), query, Protocol.UDP);

    assertThat(reply).hasSizeLessThanOrEqualTo(512);
    Message decoded = MessageCodec.decode(reply);
    assertThat(decoded.authorities()).hasSize(13);
    assertThat(decoded.additionals()).hasSizeLessThan(26);
    assertThat(decoded.header().isTruncated()).isTrue();
  }

  @Test
  void doesNotMarkAReferralThatLostGlueForOthersOnly() throws WireFormatException {
    StringBuilder text = new StringBuilder("@ 1 SOA ns h 1 2 3 4 5\n@ 1 NS ns\nns 1 A 192.0.2.1\n");
    for (int i = 0; i < 13; i++) {
      text.append(
          "sub 1 NS ns%d.other\nns%d.other 1 A 192.0.2.%d\nns%d.other 1 AAAA ::%d\n"
              .formatted(i, i, i, i, i));
    }
    Authority authority = Authority.of(Zone.parse("test.", text.toString()));
    Message query = query("www.sub.test.", RRType.A);

    byte[] reply = authority.encode(authority.answer(query), query, Protocol.UDP);

    Message decoded = MessageCodec.decode(reply);
    assertThat(decoded.additionals()).hasSizeLessThan(26);
    assertThat(decoded.header().isTruncated()).isFalse();
  }
}
