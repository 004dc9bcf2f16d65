// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.testkit.replay.AnswerComparison.Validation;
import dev.leafward.testkit.replay.ClientReply.Source;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the comparison, each once where it holds and once where it is broken. */
class AnswerComparisonTest {

  private static final String EXPECTED =
      """
      REPLY QR RD RA AD NOERROR
      SECTION QUESTION
      www.example. IN A
      SECTION ANSWER
      www.example. 60 IN CNAME web.example.
      web.example. 60 IN A 192.0.2.1
      SECTION AUTHORITY
      example. 60 IN NS ns.example.
      SECTION ADDITIONAL
      ns.example. 60 IN A 192.0.2.53
      """;

  private static final String DENIAL =
      """
      REPLY QR RD RA NXDOMAIN
      SECTION QUESTION
      www.example. IN A
      SECTION AUTHORITY
      example. 60 IN SOA ns.example. hostmaster.example. 1 2 3 4 60
      """;

  private static Entry entry(String lines) throws TextFormatException {
    String text =
        "SCENARIO_BEGIN x\nSTEP 1 QUERY\nENTRY_BEGIN\n" + lines + "\nENTRY_END\nSCENARIO_END\n";
    return Scenario.parse("x", text).steps().getFirst().message();
  }

  /** A scenario whose servers give a version of the SOA that is not the one expected. */
  private static Scenario servers() throws TextFormatException {
    String range =
        "RANGE_BEGIN 0 9\nENTRY_BEGIN\nSECTION AUTHORITY\n%s\nENTRY_END\nRANGE_END\n"
            .formatted("example. SOA ns.example. hostmaster.example. 9 2 3 4 60");
    return Scenario.parse(
        "x", "CONFIG_END\nSCENARIO_BEGIN x\n" + range + "SCENARIO_END\n", Dialect.UNBOUND);
  }

  private static Message message(String lines) throws Exception {
    return MessageCodec.decode(ClientMessage.encode(entry(lines).packet(), Dialect.UNBOUND));
  }

  private static ClientReply got(String lines, Source source) throws Exception {
    Message query = message("REPLY RD AD\nSECTION QUESTION\nwww.example. IN A");
    return new ClientReply(List.of(), query, message(lines), source);
  }

  private static List<String> differences(String match, String expected, String got)
      throws Exception {
    return differences(match, expected, got(got, Source.FRESH));
  }

  private static List<String> differences(String match, String expected, ClientReply got)
      throws Exception {
    return new AnswerComparison(servers(), Validation.ON)
        .differences(entry("MATCH " + match + "\n" + expected), got, 1);
  }

  @Test
  void theSameMessageIsTheSame() throws Exception {
    assertThat(differences("all ttl", EXPECTED, EXPECTED)).isEmpty();
    assertThat(differences("all ttl", DENIAL, DENIAL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QR RD RA AD NOERROR -> QR AA RD RA AD NOERROR",
        "web.example. 60 IN A -> WEB.Example. 60 IN A",
        "www.example. 60 IN CNAME -> www.example. 7 IN CNAME",
        "example. 60 IN NS ns.example.\n -> ",
        "ns.example. 60 IN A 192.0.2.53\n -> ",
      })
  void habitsAreLeftOut(String change) throws Exception {
    String[] parts = change.split(" -> ", 2);
    assertThat(EXPECTED).contains(parts[0]);
    assertThat(differences("all", EXPECTED, EXPECTED.replace(parts[0], parts[1]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOERROR -> SERVFAIL => response code: expected NOERROR, got SERVFAIL",
        "NOERROR -> NOERROR NOTIFY => opcode: expected QUERY, got NOTIFY",
        "QR RD -> QR => flags: expected [QR, RD, RA, AD], got [QR, RA, AD]",
        "RA AD -> RA => flags: expected [QR, RD, RA, AD], got [QR, RD, RA]",
        "QR RD -> QR TC RD => flags: expected [QR, RD, RA, AD], got [QR, TC, RD, RA, AD]",
        "QR RD -> QR CD RD => flags: expected [QR, RD, RA, AD], got [QR, RD, RA, AD, CD]",
        "www.example. IN A -> www.example. IN MX => question: expected www.example. IN A, got"
            + " www.example. IN MX",
        "www.example. IN A -> w.example. IN A => question: expected www.example. IN A, got"
            + " w.example. IN A",
        "web.example. 60 IN A 192.0.2.1\n ->  => answer: lacks web.example. IN A 192.0.2.1",
        "192.0.2.1\n -> 192.0.2.1\nweb.example. 60 IN A 192.0.2.2\n => answer: has the unexpected"
            + " web.example. IN A 192.0.2.2",
        "60 IN NS -> 60 IN NS x.\nexample. 60 IN NS => authority: has the unexpected example. IN"
            + " NS x.",
        "192.0.2.53 -> 192.0.2.54 => additional: has the unexpected ns.example. IN A 192.0.2.54",
      })
  void whatIsNoHabitMustBeTheSame(String change) throws Exception {
    String[] parts = change.split(" => ", 2);
    String[] words = parts[0].split(" -> ", 2);
    assertThat(EXPECTED).contains(words[0]);
    assertThat(differences("all", EXPECTED, EXPECTED.replace(words[0], words[1])))
        .containsExactly(parts[1]);
  }

  @Test
  void onlyWhatIsNamedIsCompared() throws Exception {
    String other = EXPECTED.replace("NOERROR", "SERVFAIL").replace("192.0.2.1\n", "192.0.2.9\n");
    assertThat(differences("opcode qtype qname", EXPECTED, other)).isEmpty();
    assertThat(differences("rcode", EXPECTED, other)).hasSize(1);
    assertThat(differences("answer", EXPECTED, other)).hasSize(2);
    assertThat(differences("qname", EXPECTED, other.replace("www.example. IN A", "w. IN A")))
        .containsExactly("name: expected www.example. IN A, got w. IN A");
    assertThat(differences("qtype", EXPECTED, other.replace("www.example. IN A", "w. IN MX")))
        .containsExactly("type: expected www.example. IN A, got w. IN MX");
  }

  @Test
  void theSoaOfADenialMustBeThere() throws Exception {
    String without = DENIAL.substring(0, DENIAL.indexOf("example. 60 IN SOA"));
    assertThat(differences("all", DENIAL, without))
        .containsExactly(
            "authority: lacks example. IN SOA ns.example. hostmaster.example. 1 2 3 4 60");
    assertThat(differences("all", without, without)).isEmpty();
  }

  @Test
  void theSoaOfADenialMayBeInAnyVersionThatTheServersGave() throws Exception {
    String given = DENIAL.replace("1 2 3 4 60", "9 2 3 4 60");
    assertThat(differences("all ttl", DENIAL, given)).isEmpty();
    assertThat(differences("all", DENIAL, DENIAL.replace("1 2 3 4 60", "8 2 3 4 60"))).hasSize(2);
    assertThat(differences("all", DENIAL, given.replace("\nexample. 60 IN", "\nother. 60 IN")))
        .hasSize(2);
  }

  @Test
  void ttlsAreComparedWhereTheyAreNamed() throws Exception {
    String shorter = EXPECTED.replace("web.example. 60 IN A", "web.example. 59 IN A");
    String tooShort = EXPECTED.replace("web.example. 60 IN A", "web.example. 58 IN A");
    String longer = EXPECTED.replace("web.example. 60 IN A", "web.example. 61 IN A");
    assertThat(differences("all ttl", EXPECTED, shorter)).isEmpty();
    assertThat(differences("all", EXPECTED, longer)).isEmpty();
    assertThat(differences("all ttl", EXPECTED, tooShort))
        .containsExactly("TTL of web.example. IN A 192.0.2.1: expected 60, got 58");
    assertThat(differences("all ttl", EXPECTED, longer)).hasSize(1);
  }

  @Test
  void ttlsOfStaleDataAreComparedExactly() throws Exception {
    String shorter = EXPECTED.replace("web.example. 60 IN A", "web.example. 59 IN A");
    assertThat(differences("all ttl", EXPECTED, got(shorter, Source.STALE))).hasSize(1);
    assertThat(differences("all ttl", EXPECTED, got(EXPECTED, Source.STALE))).isEmpty();
  }

  @Test
  void adIsExpectedOnlyByThoseWhoAskForIt() throws Exception {
    String withoutAd = EXPECTED.replace(" AD NOERROR", " NOERROR");
    Message plain = message("REPLY RD\nSECTION QUESTION\nwww.example. IN A");
    Message checking = message("REPLY RD DO CD\nSECTION QUESTION\nwww.example. IN A");
    for (Message query : List.of(plain, checking)) {
      ClientReply reply = new ClientReply(List.of(), query, message(withoutAd), Source.FRESH);
      assertThat(differences("all", EXPECTED, reply)).isEmpty();
    }
    assertThat(differences("all", EXPECTED, withoutAd)).hasSize(1);
  }

  @Test
  void withoutValidationAdAndSignaturesAreLeftOutAndThatIsSaid() throws Exception {
    String signature = "web.example. RRSIG A 8 2 60 20260201000000 20260101000000 1 example. AA==";
    String signed = EXPECTED.replace("192.0.2.1\n", "192.0.2.1\n" + signature + "\n");
    Entry expected = entry("MATCH all\n" + signed);
    ClientReply got = got(EXPECTED.replace(" AD NOERROR", " NOERROR"), Source.FRESH);
    AnswerComparison off = new AnswerComparison(servers(), Validation.OFF);
    AnswerComparison on = new AnswerComparison(servers(), Validation.ON);
    assertThat(off.differences(expected, got, 1)).isEmpty();
    assertThat(off.leftOut(expected, got)).isPresent();
    assertThat(on.differences(expected, got, 1)).hasSize(2);
    assertThat(on.leftOut(expected, got)).isEmpty();
    assertThat(off.differences(entry("MATCH all\n" + EXPECTED), got(signed, Source.FRESH), 1))
        .hasSize(1);
  }

  @Test
  void anExtendedErrorMayBeAnotherOfItsKind() throws Exception {
    String stale = "HEX_EDNSDATA_BEGIN\n000f 0002 0013\nHEX_EDNSDATA_END\n" + DENIAL;
    assertThat(differences("ede=3", DENIAL, stale)).isEmpty();
    assertThat(differences("ede=19", DENIAL, stale)).isEmpty();
    assertThat(differences("ede=any", DENIAL, stale)).isEmpty();
    assertThat(differences("ede=6", DENIAL, stale))
        .containsExactly("extended error: expected 6, got [19]");
    assertThat(differences("ede=0", DENIAL, DENIAL)).isEmpty();
    assertThat(differences("ede=any", DENIAL, DENIAL))
        .containsExactly("extended error: expected one, got []");
  }

  @Test
  void optionsAreComparedWhereTheyAreNamed() throws Exception {
    String option = "HEX_EDNSDATA_BEGIN\n000a 0001 aa\nHEX_EDNSDATA_END\n" + DENIAL;
    String error = "HEX_EDNSDATA_BEGIN\n000f 0002 0013\nHEX_EDNSDATA_END\n" + DENIAL;
    assertThat(differences("ednsdata", option, option)).isEmpty();
    assertThat(differences("ednsdata", DENIAL, error)).isEmpty();
    assertThat(differences("ednsdata", DENIAL, option)).hasSize(1);
    assertThat(differences("all", DENIAL, option)).isEmpty();
  }

  @Test
  void whatTheCacheLacksMayBeSaidInAnyWay() throws Exception {
    String nothing = "REPLY QR RA SERVFAIL\nSECTION QUESTION\nwww.example. IN A";
    String referral =
        "REPLY QR RA\nSECTION QUESTION\nwww.example. IN A\nSECTION AUTHORITY\nexample. NS a.";
    ClientReply absent = got(nothing, Source.NOT_CACHED);
    assertThat(differences("all", referral, absent)).isEmpty();
    assertThat(differences("all", referral, got(nothing, Source.FRESH))).isNotEmpty();
    assertThat(differences("all", EXPECTED, absent)).isNotEmpty();
    assertThat(differences("all", DENIAL, absent)).isNotEmpty();
  }

  @Test
  void brokenDataIsComparedAsItStands() throws Exception {
    String broken = "REPLY QR\nSECTION ANSWER\nwww.example. IN TYPE65280 \\# 3 010203";
    String other = "REPLY QR\nSECTION ANSWER\nwww.example. IN TYPE65280 \\# 3 010204";
    assertThat(differences("answer", broken, broken)).isEmpty();
    assertThat(differences("answer", broken, other)).hasSize(2);
  }
}
