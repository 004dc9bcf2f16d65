// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.EdnsOption;
import dev.leafward.wire.edns.EdnsOptionFormats;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are what dig 9.18.49 printed for the same messages. */
class MessagePrinterTest {
  private static ResourceRecord record(String line) throws TextFormatException {
    return ZoneFileReader.readAll(line, DomainName.ROOT).get(0);
  }

  private static Question question(String name, RRType type) {
    return new Question(DomainName.of(name), type);
  }

  @Test
  void wholeMessagePrintsAsDigPrintsIt() throws Exception {
    Message message =
        Message.builder()
            .id(50687)
            .response()
            .authoritative()
            .recursionDesired()
            .question(question("www.example.test.", RRType.AAAA))
            .answer(record("www.example.test. 3600 AAAA ::ffff:192.0.2.1"))
            .authority(record("example.test. 3600 NS ns1.example.test."))
            .additional(record("ns1.example.test. 3600 A 127.0.0.1"))
            .edns(Edns.of(1232).withDnssecOk())
            .build();

    assertThat(MessagePrinter.print(message))
        .isEqualTo(
            """
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 50687
            ;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 1, ADDITIONAL: 2
            ;; WARNING: recursion requested but not available

            ;; OPT PSEUDOSECTION:
            ; EDNS: version: 0, flags: do; udp: 1232
            ;; QUESTION SECTION:
            ;www.example.test.		IN	AAAA

            ;; ANSWER SECTION:
            www.example.test.	3600	IN	AAAA	::ffff:192.0.2.1

            ;; AUTHORITY SECTION:
            example.test.		3600	IN	NS	ns1.example.test.

            ;; ADDITIONAL SECTION:
            ns1.example.test.	3600	IN	A	127.0.0.1

            """);
  }

  @Test
  void queryWithoutEdnsIsHeaderAndQuestion() {
    Message query = Message.query(question(".", RRType.ANY)).id(1).recursionDesired().build();

    assertThat(MessagePrinter.print(query))
        .isEqualTo(
            """
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
            ;; flags: rd; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0

            ;; QUESTION SECTION:
            ;.				IN	ANY

            """);
  }

  @Test
  void allFlagsAndAnExtendedRcodeShow() {
    Message.Builder all = Message.builder().id(0).rcode(Rcode.BADVERS).edns(Edns.of(512));
    for (HeaderFlag flag : HeaderFlag.values()) {
      all.flag(flag);
    }

    assertThat(MessagePrinter.header(all.build()))
        .isEqualTo(
            """
            ;; ->>HEADER<<- opcode: QUERY, status: BADVERS, id: 0
            ;; flags: qr aa tc rd ra ad cd; MBZ: 0x4; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "op.example.test. 3600 TYPE65282 \\# 0|op.example.test.\t3600\tIN\tTYPE65282 \\# 0",
        "a.b. 3600 A 192.0.2.2|a.b.\t\t\t3600\tIN\tA\t192.0.2.2",
        "a-name-of-31-octets-altogether. 60 A 192.0.2.2"
            + "|a-name-of-31-octets-altogether.\t60 IN\tA\t192.0.2.2",
        "a-name-of-exactly-31-octets.example.test. 3600 A 192.0.2.2"
            + "|a-name-of-exactly-31-octets.example.test. 3600 IN A 192.0.2.2",
        "d.example.test. 1234567890 A 192.0.2.2|d.example.test.\t\t1234567890 IN\tA\t192.0.2.2"
      })
  void columnsBeginAtTabStopsOrRightBehind(String line, String printed) throws Exception {
    assertThat(MessagePrinter.record(record(line))).isEqualTo(printed + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "WITHOUT_TTL|www.a.test.|60|;www.a.test.\t\tIN\tA|www.a.test.\t\tIN\tA\t192.0.2.2",
        "WITHOUT_CLASS|www.a.test.|60|;www.a.test.\t\tIN\tA|www.a.test.\t\t60\tA\t192.0.2.2",
        "WITHOUT_TTL_AND_CLASS|www.a.test.|60|;www.a.test.\t\tIN A|www.a.test.\t\tA\t192.0.2.2",
        "WITHOUT_TTL|a-name-of-exactly-31-octets.a.test.|60"
            + "|;a-name-of-exactly-31-octets.a.test. IN A"
            + "|a-name-of-exactly-31-octets.a.test. IN A 192.0.2.2",
        "WITHOUT_CLASS|a-name-of-exactly-31-octets.a.test.|60"
            + "|;a-name-of-exactly-31-octets.a.test. IN A"
            + "|a-name-of-exactly-31-octets.a.test. 60 A 192.0.2.2",
        "WITHOUT_TTL_AND_CLASS|a-name-of-exactly-31-octets.a.test.|60"
            + "|;a-name-of-exactly-31-octets.a.test. IN A"
            + "|a-name-of-exactly-31-octets.a.test. A 192.0.2.2"
      })
  void fieldsLeftOutMoveTheColumns(
      RecordLayout layout, String name, String ttl, String question, String printed)
      throws Exception {
    assertThat(MessagePrinter.question(question(name, RRType.A), layout))
        .isEqualTo(question + "\n");
    assertThat(MessagePrinter.record(record(name + " " + ttl + " A 192.0.2.2"), layout))
        .isEqualTo(printed + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10|a365eafa37bd64c6|COOKIE: a365eafa37bd64c6",
        "65001|0102ff41|OPT=65001: 01 02 ff 41 (\"...A\")",
        "65002|''|OPT=65002:",
        "12|0000|PAD: (2 bytes)",
        "15|0016414243|EDE: 22 (No Reachable Authority): (ABC)",
        "15|0014|EDE: 20 (Not Authoritative)",
        "15|0fa01b5b324a|EDE: 4000: (.[2J)",
        "15|00|OPT=15: 00 (\".\")",
        "8|000118100a0b0c|CLIENT-SUBNET: 10.11.12.0/24/16",
        "8|00022000 20010db8|CLIENT-SUBNET: 2001:db8::/32/0",
        "8|000118|OPT=8: 00 01 18 (\"...\")",
        "3|6162|NSID: 61 62 (\"ab\")",
        "3|''|NSID:",
        "11|0064|TCP KEEPALIVE: 10.0 secs"
      })
  void optionsPrintAsDigPrintsThem(int code, String hex, String printed) {
    EdnsOption option = EdnsOptionFormats.read(code, Octets.ofHex(hex.replace(" ", "")));

    assertThat(MessagePrinter.edns(Edns.of(1232).withOption(option)))
        .isEqualTo(
            ";; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n; " + printed + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0x0001|flags:; MBZ: 0x0001, udp: 1232",
        "0xC000|flags: do co; udp: 1232",
        "0x4001|flags: co; MBZ: 0x0001, udp: 1232"
      })
  void ednsFlagsShow(int flags, String printed) {
    assertThat(MessagePrinter.edns(new Edns(1232, 1, flags, List.of())))
        .endsWith("\n; EDNS: version: 1, " + printed + "\n");
  }

  @Test
  void emptySectionsPrintNothing() {
    Message message = Message.builder().id(1).build();

    assertThat(MessagePrinter.question(message)).isEmpty();
    assertThat(MessagePrinter.section(message, Section.ANSWER)).isEmpty();
  }
}
