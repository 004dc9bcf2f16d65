// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.simulation.SimulatedTime;
import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entry a query is for, and what is made of it. */
class QueryMatcherTest {

  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddresses.forString("192.0.2.1"), 53);

  private static Entry entry(String lines) throws Exception {
    String text =
        "SCENARIO_BEGIN x\nSTEP 1 REPLY\nENTRY_BEGIN\n"
            + lines.replace(';', '\n')
            + "\nENTRY_END\nSCENARIO_END\n";
    return Scenario.parse("x", text).steps().getFirst().message();
  }

  private static OutgoingQuery query(String name, String type, Protocol protocol) {
    Question question = new Question(DomainName.of(name), RRType.parse(type));
    return query(
        Message.query(question).id(77).edns(Edns.of(1232).withDnssecOk()).build(), protocol);
  }

  private static OutgoingQuery query(Message message, Protocol protocol) {
    ReplayNetwork network = new ReplayNetwork(new SimulatedTime(), address -> true);
    ReplayConversation conversation = new ReplayConversation(network, protocol, SERVER);
    return new OutgoingQuery(conversation, protocol, SERVER.getAddress(), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REPLY QR                                                   | true",
        "MATCH opcode qtype qname;SECTION QUESTION;www.example. A   | true",
        "MATCH qname;SECTION QUESTION;WWW.Example. MX               | true",
        "MATCH qcase;SECTION QUESTION;WWW.Example. A                | false",
        "MATCH qname;SECTION QUESTION;example. A                    | false",
        "MATCH qtype;SECTION QUESTION;www.example. MX               | false",
        "MATCH opcode;REPLY NOTIFY;SECTION QUESTION;www.example. A  | false",
        "MATCH subdomain;SECTION QUESTION;example. NS               | true",
        "MATCH subdomain;SECTION QUESTION;www.example. NS           | true",
        "MATCH subdomain;SECTION QUESTION;a.www.example. NS         | false",
        "MATCH question;SECTION QUESTION;www.example. A             | true",
        "MATCH question;SECTION QUESTION;www.example. NS            | false",
        "MATCH all;SECTION QUESTION;www.example. A                  | true",
        "MATCH all;SECTION QUESTION;www.example. NS                 | false",
        "MATCH DO                                                   | true",
        "MATCH noedns                                               | false",
        "MATCH UDP                                                  | true",
        "MATCH TCP                                                  | false",
        "MATCH ednsdata                                             | true",
        "MATCH ede=any                                              | false",
        "MATCH client_cookie                                        | false",
        "MATCH answer;SECTION ANSWER;www.example. A 192.0.2.1       | false",
      })
  void everyConditionMustHold(String lines, boolean matches) throws Exception {
    OutgoingQuery query = query("www.example.", "A", Protocol.UDP);
    assertThat(QueryMatcher.matches(entry(lines), query)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MATCH qtype qname;SECTION QUESTION;example. NS                          | true",
        "MATCH qtype qname;SECTION QUESTION;www.example. NS                      | false",
        "MATCH qtype qname;SECTION QUESTION;example. MX                          | false",
        "MATCH qtype qname TCP;SECTION QUESTION;example. NS                      | false",
        "MATCH qtype qname;SECTION QUESTION;example. NS;SECTION ANSWER;example. NS a. | false",
      })
  void anotherExploringTypeWillDoWhereNothingIsAnswered(String lines, boolean matches)
      throws Exception {
    OutgoingQuery query = query("example.", "A", Protocol.UDP);
    assertThat(QueryMatcher.matchesExploring(entry(lines), query)).isEqualTo(matches);
  }

  private static Message answer(Dialect dialect, String lines, OutgoingQuery query)
      throws Exception {
    return MessageCodec.decode(new Adjuster(dialect).answer(entry(lines), query).orElseThrow());
  }

  @Test
  void theIdIsCopiedAsTheDialectHasIt() throws Exception {
    OutgoingQuery query = query("www.example.", "A", Protocol.UDP);
    assertThat(answer(Dialect.DECKARD, "ADJUST copy_id", query).id()).isEqualTo(77);
    assertThat(answer(Dialect.DECKARD, "REPLY QR", query).id()).isNotEqualTo(77);
    assertThat(answer(Dialect.UNBOUND, "REPLY QR", query).id()).isEqualTo(77);
  }

  @Test
  void theQuestionIsSpelledAsItWasAsked() throws Exception {
    OutgoingQuery query = query("wWw.example.", "A", Protocol.UDP);
    Message same = answer(Dialect.UNBOUND, "ADJUST copy_id;SECTION QUESTION;www.example. A", query);
    assertThat(same.question().orElseThrow().name().toString()).isEqualTo("wWw.example.");
    Message other = answer(Dialect.UNBOUND, "ADJUST copy_id;SECTION QUESTION;a. A", query);
    assertThat(other.question().orElseThrow().name().toString()).isEqualTo("a.");
    Message copied = answer(Dialect.UNBOUND, "ADJUST copy_query;SECTION QUESTION;a. A", query);
    assertThat(copied.question()).isEqualTo(query.question());
  }

  @Test
  void ednsIsAnsweredWithEdnsAndCookiesWithCookies() throws Exception {
    OutgoingQuery with = query("www.example.", "A", Protocol.UDP);
    Question question = new Question(DomainName.of("a."), RRType.A);
    OutgoingQuery without = query(Message.query(question).build(), Protocol.UDP);
    Cookie cookie = Cookie.ofClient(Octets.ofHex("0011223344556677"));
    OutgoingQuery offering =
        query(Message.query(question).edns(Edns.of(1232).withOption(cookie)).build(), Protocol.UDP);
    for (Dialect dialect : Dialect.values()) {
      assertThat(answer(dialect, "REPLY QR", with).edns().orElseThrow().options()).isEmpty();
      assertThat(answer(dialect, "REPLY QR DO", without).edns()).isEmpty();
      Edns answered = answer(dialect, "REPLY QR", offering).edns().orElseThrow();
      assertThat(answered.option(Cookie.class).orElseThrow().client()).isEqualTo(cookie.client());
    }
    assertThat(answer(Dialect.UNBOUND, "REPLY QR", with).edns().orElseThrow().dnssecOk()).isFalse();
    assertThat(answer(Dialect.DECKARD, "REPLY QR", with).edns().orElseThrow().dnssecOk()).isTrue();
  }

  @Test
  void nothingIsTruncatedOverTcpButWhatUnboundsEngineWouldStillSee() throws Exception {
    OutgoingQuery datagram = query("www.example.", "A", Protocol.UDP);
    OutgoingQuery stream = query("www.example.", "A", Protocol.TCP);
    String entry = "REPLY QR TC";
    assertThat(answer(Dialect.DECKARD, entry, datagram).header().has(HeaderFlag.TC)).isTrue();
    assertThat(answer(Dialect.DECKARD, entry, stream).header().has(HeaderFlag.TC)).isFalse();
    assertThat(answer(Dialect.UNBOUND, entry, stream).header().has(HeaderFlag.TC)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REPLY QR;SECTION ANSWER;a. A 192.0.2.1               | true",
        "REPLY QR NXDOMAIN                                    | true",
        "REPLY QR;SECTION AUTHORITY;a. SOA b. c. 1 2 3 4 5    | true",
        "REPLY QR AA                                          | true",
        "REPLY QR RA;SECTION ANSWER;a. A 192.0.2.1            | false",
        "REPLY QR;SECTION AUTHORITY;a. NS b.                  | false",
        "REPLY QR                                             | false",
      })
  void anAuthorityIsTakenForOneWhoeverForgotTheFlag(String lines, boolean authoritative)
      throws Exception {
    OutgoingQuery query = query("www.example.", "A", Protocol.UDP);
    assertThat(answer(Dialect.UNBOUND, lines, query).header().isAuthoritative())
        .isEqualTo(authoritative);
  }

  @Test
  void anEntryMaySayNothing() throws Exception {
    OutgoingQuery query = query("www.example.", "A", Protocol.UDP);
    assertThat(new Adjuster(Dialect.DECKARD).answer(entry("ADJUST do_not_answer"), query))
        .isEmpty();
  }

  @Test
  void rawOctetsAreSentAsTheyStandButForTheId() throws Exception {
    OutgoingQuery query = query("www.example.", "A", Protocol.UDP);
    byte[] octets =
        new Adjuster(Dialect.DECKARD)
            .answer(entry("ADJUST raw_id;RAW;0000 ff"), query)
            .orElseThrow();
    assertThat(octets).containsExactly(0, 77, 0xFF);
  }
}
