// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.testkit.replay.scenario.Entry.Adjustment;
import dev.leafward.testkit.replay.scenario.MatchRule.Kind;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Clause;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

  private static Scenario parse(String text) throws TextFormatException {
    return Scenario.parse("x.rpl", text);
  }

  /** A scenario whose one step has this entry. */
  private static Entry entry(String lines) throws TextFormatException {
    Scenario scenario =
        parse(
            "server:\nCONFIG_END\nSCENARIO_BEGIN x\nSTEP 1 QUERY\nENTRY_BEGIN\n"
                + lines
                + "\nENTRY_END\nSCENARIO_END\n");
    return scenario.steps().getFirst().message();
  }

  private static TemplateRecord answer(String record) throws TextFormatException {
    return entry("SECTION ANSWER\n" + record).packet().section(Section.ANSWER).getFirst();
  }

  @Test
  void clausesOfUnboundHaveTheirSettings() throws Exception {
    ScenarioConfig config =
        parse(
                """
                ; a comment
                server: # the server itself
                \tqname-minimisation: "no"
                \tlocal-zone: "x.example" static # quoted name, bare type
                \tlocal-data: 'x.example. TXT "a # b"'
                forward-zone: name: "." forward-addr: 192.0.2.1
                stub-zone:
                \tname: a.example
                \tstub-addr: 192.0.2.2 # the server
                stub-zone:
                \tname: "b.example"
                CONFIG_END
                SCENARIO_BEGIN t
                SCENARIO_END
                """)
            .config();
    Clause server = config.server();
    assertThat(server.last("qname-minimisation")).contains("no");
    assertThat(server.all("local-zone")).containsExactly("x.example static");
    assertThat(server.all("local-data")).containsExactly("x.example. TXT \"a # b\"");
    assertThat(config.clauses("forward-zone").getFirst().all("name")).containsExactly(".");
    assertThat(config.clauses("forward-zone").getFirst().all("forward-addr"))
        .containsExactly("192.0.2.1");
    assertThat(config.clauses("stub-zone"))
        .extracting(clause -> clause.all("name"))
        .containsExactly(List.of("a.example"), List.of("b.example"));
    assertThat(config.clauses("stub-zone").getFirst().last("stub-addr")).contains("192.0.2.2");
  }

  @Test
  void temporaryFilesAreNamedBehindTheirSetting() throws Exception {
    ScenarioConfig config =
        parse(
                """
                server:
                root-hints:
                TEMPFILE_NAME my.hints
                TEMPFILE_CONTENTS my.hints
                . NS a.example.
                ; kept as it stands
                TEMPFILE_END
                stub-zone:
                AUTOTRUST_FILE anchors
                ;;state
                AUTOTRUST_END
                CONFIG_END
                SCENARIO_BEGIN t
                SCENARIO_END
                """)
            .config();
    assertThat(config.server().last("root-hints")).contains("my.hints");
    assertThat(config.server().last("auto-trust-anchor-file")).contains("anchors");
    assertThat(config.files().get("my.hints"))
        .containsExactly(". NS a.example.", "; kept as it stands");
  }

  @Test
  void dialectsAreToldApart() throws Exception {
    assertThat(parse("SCENARIO_BEGIN t\nSCENARIO_END\n").dialect()).isEqualTo(Dialect.DECKARD);
    assertThat(
            parse("stub-addr: 192.0.2.1 # root\nCONFIG_END\nSCENARIO_BEGIN t\nSCENARIO_END")
                .dialect())
        .isEqualTo(Dialect.DECKARD);
    assertThat(
            parse("qname-minimisation: no\nCONFIG_END\nSCENARIO_BEGIN t\nSCENARIO_END").dialect())
        .isEqualTo(Dialect.UNBOUND);
    assertThat(
            Scenario.parse("x", "CONFIG_END\nSCENARIO_BEGIN t\nSCENARIO_END", Dialect.UNBOUND)
                .dialect())
        .isEqualTo(Dialect.UNBOUND);
  }

  @Test
  void rangesHaveTheirAddressesByDialect() throws Exception {
    String text =
        """
        SCENARIO_BEGIN t
        RANGE_BEGIN 1 20 192.0.2.1
          ADDRESS 192.0.2.2 ; a comment
          ADDRESS 2001:db8::1
        RANGE_END
        SCENARIO_END
        """;
    assertThat(parse(text).ranges().getFirst().addresses()).hasSize(3);
    ServerRange last =
        Scenario.parse("x", "CONFIG_END\n" + text, Dialect.UNBOUND).ranges().getFirst();
    assertThat(last.addresses()).containsExactly(InetAddresses.forString("2001:db8::1"));
    assertThat(last.holdsAt(1)).isTrue();
    assertThat(last.holdsAt(20)).isTrue();
    assertThat(last.holdsAt(21)).isFalse();
  }

  @Test
  void linesOfAnEntryAccumulate() throws Exception {
    Entry entry =
        entry(
            """
            # a comment of Unbound's
            MANDATORY
            MATCH opcode qtype
            MATCH qname ede=9 ede:any
            ADJUST copy_id
            ADJUST copy_query ; behind it
            REPLY QR RD
            REPLY AA NOTIMPL DO
            SECTION QUESTION
            www.example ANY\
            """);
    assertThat(entry.mandatory()).isTrue();
    assertThat(entry.match())
        .extracting(MatchRule::kind)
        .containsExactly(Kind.OPCODE, Kind.QTYPE, Kind.QNAME, Kind.EDE, Kind.EDE);
    assertThat(entry.match().get(3).argument()).hasValue(9);
    assertThat(entry.match().get(4).argument()).isEmpty();
    assertThat(entry.adjust()).containsExactlyInAnyOrder(Adjustment.COPY_ID, Adjustment.COPY_QUERY);
    PacketTemplate packet = entry.packet();
    assertThat(packet.flags())
        .containsExactlyInAnyOrder(HeaderFlag.QR, HeaderFlag.RD, HeaderFlag.AA);
    assertThat(packet.rcode()).isEqualTo(Rcode.NOTIMP);
    assertThat(packet.dnssecOk()).isTrue();
    assertThat(packet.question())
        .contains(new Question(DomainName.of("www.example."), RRType.ANY, RRClass.IN));
  }

  @Test
  void octetsAreReadInHexadecimal() throws Exception {
    Entry entry =
        entry(
            """
            HEX_ANSWER_BEGIN
            00 01 ; the ID
            8 1 8
            HEX_ANSWER_END
            HEX_EDNSDATA_BEGIN
            000f 0002 0006
            HEX_EDNSDATA_END
            EXTRA_PACKET
            REPLY TC\
            """);
    assertThat(entry.raw().orElseThrow().hex()).isEqualToIgnoringCase("00018180");
    assertThat(entry.packet().ednsOptions().orElseThrow().hex())
        .isEqualToIgnoringCase("000f00020006");
    assertThat(entry.further()).hasSize(1);
    assertThat(entry.further().getFirst().flags()).containsExactly(HeaderFlag.TC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "www.example A 192.0.2.1           | www.example. | A     | 3600 | C0000201",
        "www.example. 60 IN A 192.0.2.1    | www.example. | A     | 60   | C0000201",
        "www.example. 1h CH A 192.0.2.1    | www.example. | A     | 3600 | C0000201",
        "a.example. IN A \\# 3 030405      | a.example.   | A     | 3600 | 030405",
        "a.example. IN A \\# 4 030405      | a.example.   | A     | 3600 | 030405",
        "a.example. NS ns.b.example        | a.example.   | NS    | 3600 |"
            + " 026E730162076578616D706C6500",
        "a.example. TYPE65280 \\# 1 FF     | a.example.   | TYPE65280 | 3600 | FF",
      })
  void recordsAreReadLeniently(String line, String owner, String type, long ttl, String hex)
      throws Exception {
    TemplateRecord record = answer(line);
    assertThat(record.name()).isEqualTo(DomainName.of(owner));
    assertThat(record.type()).isEqualTo(RRType.parse(type));
    assertThat(record.ttl()).isEqualTo(ttl);
    assertThat(record.data().hex()).isEqualToIgnoringCase(hex);
  }

  @Test
  void aSignatureMayBeMissing() throws Exception {
    String fields = "a.example. RRSIG A 8 2 60 20260201000000 20260101000000 1 example.";
    int without = answer(fields + " ; {id = 1}").data().length();
    assertThat(answer(fields + " AAAA").data().length()).isEqualTo(without + 3);
  }

  @Test
  void anOriginHoldsForTheRestOfTheFile() throws Exception {
    assertThat(answer("$ORIGIN example.\nwww CNAME web").name())
        .isEqualTo(DomainName.of("www.example."));
  }

  @Test
  void stepsHaveTheirArguments() throws Exception {
    Scenario scenario =
        parse(
            """
            SCENARIO_BEGIN a title
            STEP 10 TIME_PASSES ELAPSE 1.5 ; and a half
            STEP 20 CHECK_AUTOTRUST anchors
            FILE_BEGIN
            ; a line
            FILE_END
            STEP 30 NOTHING
            SCENARIO_END
            what follows does not count
            """);
    assertThat(scenario.title()).isEqualTo("a title");
    assertThat(scenario.steps().get(0).arguments()).containsExactly("ELAPSE", "1.5");
    assertThat(scenario.steps().get(1).file()).containsExactly("; a line");
    assertThat(scenario.steps().get(2).kind()).isEqualTo(ScenarioStep.Kind.NOTHING);
  }

  @Test
  void recordsBetweenBlocksArePassedOver() throws Exception {
    String text = "SCENARIO_BEGIN t\na.example. A 192.0.2.1\nENTRY_END\nSCENARIO_END\n";
    assertThat(parse(text).steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STEP one QUERY                                | 2:6: expected the number of a step",
        "STEP 1 DANCE                                  | 2:8: expected a kind of step",
        "RANGE_BEGIN 0                                 | 2:1: expected the numbers of two steps",
        "RANGE_BEGIN 0 1;ADDRESS here                  | 3:9: expected an IP address",
        "STEP 1 QUERY;STEP 2 QUERY                     | 3:1: expected ENTRY_BEGIN",
        "STEP 1 QUERY;ENTRY_BEGIN;MATCH colour         | 4:7: expected a condition",
        "STEP 1 QUERY;ENTRY_BEGIN;MATCH ede            | 4:7: expected a condition",
        "STEP 1 QUERY;ENTRY_BEGIN;ADJUST id            | 4:8: expected an adjustment",
        "STEP 1 QUERY;ENTRY_BEGIN;REPLY XX             | 4:7: expected a flag",
        "STEP 1 QUERY;ENTRY_BEGIN;www A                | 4:1: expected MATCH, ADJUST",
        "STEP 1 QUERY;ENTRY_BEGIN;SECTION REST         | 4:1: expected SECTION",
        "STEP 1 QUERY;ENTRY_BEGIN;SECTION ANSWER;x A 1 | 5:5: expected an IPv4 address",
        "STEP 1 QUERY;ENTRY_BEGIN                      | expected ENTRY_END, not the end",
        "GO                                            | 2:1: expected RANGE_BEGIN, STEP",
      })
  void whatCannotBeReadIsToldWithItsPlace(String lines, String complaint) {
    String text = "SCENARIO_BEGIN t\n" + lines.replace(';', '\n') + "\n";
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(TextFormatException.class)
        .hasMessageStartingWith("x.rpl:")
        .hasMessageContaining(complaint);
  }

  @Test
  void unboundsDialectNeedsItsConfigurationPart() {
    assertThatThrownBy(() -> parse("server:\nSCENARIO_BEGIN t\nSCENARIO_END\n"))
        .hasMessageContaining("x.rpl:2:1: expected CONFIG_END");
  }
}
