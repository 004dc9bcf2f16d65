// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneFileGenerateTest {
  private static final DomainName ORIGIN = DomainName.of("example.");

  private static List<String> lines(String zone) throws TextFormatException {
    return ZoneFileReader.readAll("$TTL 60\n" + zone, ORIGIN).stream()
        .map(ResourceRecord::toString)
        .toList();
  }

  @Test
  void delegatesPartsOfReverseZonesAsBindsManualDoes() throws Exception {
    String zone =
        """
        $ORIGIN 0.0.192.IN-ADDR.ARPA.
        $GENERATE 1-2 @ NS SERVER$.EXAMPLE.
        $GENERATE 1-127/63 $ CNAME $.0
        """;

    assertThat(lines(zone))
        .containsExactly(
            "0.0.192.IN-ADDR.ARPA. 60 IN NS SERVER1.EXAMPLE.",
            "0.0.192.IN-ADDR.ARPA. 60 IN NS SERVER2.EXAMPLE.",
            "1.0.0.192.IN-ADDR.ARPA. 60 IN CNAME 1.0.0.0.192.IN-ADDR.ARPA.",
            "64.0.0.192.IN-ADDR.ARPA. 60 IN CNAME 64.0.0.0.192.IN-ADDR.ARPA.",
            "127.0.0.192.IN-ADDR.ARPA. 60 IN CNAME 127.0.0.0.192.IN-ADDR.ARPA.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'${0}'|7.", // the value plus an offset
        "'${-7}'|0.",
        "'${+3}'|10.",
        "'${0,3}'|007.", // filled up with zeros
        "'${0,3,d}'|007.",
        "'${1,0,o}'|10.",
        "'${248,4,x}'|00ff.",
        "'${248,4,X}'|00FF.",
        "'a${16,0,n}b'|a7.1b.", // the nibbles of 0x17 from the last
        "'${164,7,N}'|B.A.0.0.",
        "'${163,5,n}x'|a.a.0x.",
        "'$$$-${1}\\$'|'\\$7-8\\$.'"
      })
  void placesTakeOffsetWidthAndBase(String owner, String expected) throws Exception {
    DomainName name = DomainName.of(expected.substring(0, expected.length() - 1), ORIGIN);

    assertThat(lines("$GENERATE 7-7 " + owner + " A 192.0.2.1"))
        .containsExactly(name + " 60 IN A 192.0.2.1");
  }

  @Test
  void dataMayBeSeveralWordsInQuotes() throws Exception {
    assertThat(lines("$GENERATE 1-1 a 5 CH MX \"$ mail$\""))
        .containsExactly("a.example. 5 CH MX 1 mail1.example.");
    assertThat(lines("$GENERATE 1-1 a IN 5 TXT \"one \\\"two $\\\"\" ; comment"))
        .containsExactly("a.example. 5 IN TXT \"one\" \"two 1\"");
    assertThat(lines("$generate 1-1 a TYPE731 \"\\# 1 ${0,2,x}\""))
        .containsExactly("a.example. 60 IN TYPE731 \\# 1 01");
  }

  @Test
  void generatedOwnersAreNobodysLastOwner() throws Exception {
    assertThat(lines("a A 192.0.2.1\n$GENERATE 1-1 b A 192.0.2.$\n A 192.0.2.3\n").get(2))
        .isEqualTo("a.example. 60 IN A 192.0.2.3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$GENERATE|1|10|expected a range such as 1-10 or 0-100/2",
        "$GENERATE 5|1|11|expected a range",
        "$GENERATE 2-1 a A 192.0.2.$|1|11|expected a range",
        "$GENERATE 1-2/0 a A 192.0.2.$|1|11|expected a range",
        "$GENERATE 0-2147483648 a A 192.0.2.$|1|11|expected a range",
        "$GENERATE 0-65536 a A 192.0.2.$|1|11|expected a range of at most 65536 values, not",
        "$GENERATE 1-2 ${ A 192.0.2.$|1|15|(what follows ${ is not offset,width,base})",
        "$GENERATE 1-2 ${0,1,b} A x|1|15|(what follows ${ is not offset,width,base})",
        "$GENERATE 1-2 ${2147483648} A x|1|15|(an offset goes up to 2147483647, a width up to 255)",
        "$GENERATE 1-2 a A|1|18|expected data in one word, or in quotes, with $ or",
        "$GENERATE 1-2 a MX 0 mail$|1|22|expected the end of the record, not \"mail$\"",
        "$GENERATE 1-2 a XY 0|1|17|expected a TTL, a class or an RR type, not \"XY\"",
        "$GENERATE 1-2 a ${-2} A 192.0.2.1|1|17|expected a TTL, a class or an RR type",
        "$GENERATE 1-2 a${-2} A 192.0.2.1|1|15|for the value 1, not \"a${-2}\" (the value -1",
        "$GENERATE 1-2 a..$ A 192.0.2.1|1|15|expected a domain name, not \"a..1\"",
        "\\n$GENERATE 1-2 a 6 A ${255}|2|21|expected an IPv4 address, not \"256\"",
        "$GENERATE 1-2 a TXT \"( $\"|1|21|expected a closing parenthesis before the end"
      })
  void errorsNameThePatternsPlace(String zone, int line, int column, String message) {
    String text = zone.replace("\\n", "\n");

    assertThatThrownBy(() -> ZoneFileReader.readAll(new StringReader(text), "db", ORIGIN))
        .isInstanceOf(TextFormatException.class)
        .hasMessageStartingWith("db:" + line + ":" + column + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void aBadValueDoesNotKeepTheOthersBack() throws Exception {
    StringReader zone =
        new StringReader("$GENERATE 255-257/2 a 60 A 192.0.2.${-2}\nb 60 A 1.1.1.1");
    try (ZoneFileReader reader = new ZoneFileReader(zone, "db", ORIGIN)) {
      assertThat(reader.next()).hasToString("a.example. 60 IN A 192.0.2.253");
      assertThat(reader.next()).hasToString("a.example. 60 IN A 192.0.2.255");
      assertThat(reader.next()).hasToString("b.example. 60 IN A 1.1.1.1");
      assertThat(reader.next()).isNull();
    }
    zone = new StringReader("$GENERATE 255-257 a 60 A 192.0.2.${-1}\nb 60 A 1.1.1.1");
    try (ZoneFileReader reader = new ZoneFileReader(zone, "db", ORIGIN)) {
      assertThat(reader.next()).hasToString("a.example. 60 IN A 192.0.2.254");
      assertThat(reader.next()).hasToString("a.example. 60 IN A 192.0.2.255");
      assertThatThrownBy(reader::next).hasMessageContaining("192.0.2.256");
      assertThat(reader.next()).hasToString("b.example. 60 IN A 1.1.1.1");
    }
  }

  @Test
  void theLargestRangeIsReadOneByOne() throws Exception {
    StringReader zone = new StringReader("$GENERATE 0-65535 h$ 60 A 192.0.2.1");
    int records = 0;
    try (ZoneFileReader reader = new ZoneFileReader(zone, "db", ORIGIN)) {
      while (reader.next() != null) {
        records++;
      }
    }
    assertThat(records).isEqualTo(65_536);
  }

  @Test
  void thePatternsExpansionIsBounded() {
    String pattern = "${0,255}".repeat(100_000);

    assertThatThrownBy(() -> lines("$GENERATE 1-1 a TXT " + pattern))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("of 800000 characters (the line gets too long)");
  }

  @Test
  void theDirectiveCanBeOff() {
    ZoneFileOptions options = ZoneFileOptions.builder().maxGenerated(0).build();
    StringReader zone = new StringReader("$GENERATE 1-2 a 60 A 192.0.2.$");
    ZoneFileReader reader = new ZoneFileReader(zone, "db", ORIGIN, options);

    assertThatThrownBy(reader::next)
        .hasMessage(
            "db:1:1: expected a record or another directive ($GENERATE is off), not"
                + " \"$GENERATE\"");
  }
}
