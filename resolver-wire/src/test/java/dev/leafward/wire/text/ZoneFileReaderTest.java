// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CharacterString;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFileReaderTest {
  private static final DomainName ORIGIN = DomainName.of("example.com.");

  private static List<String> lines(String zone) throws TextFormatException {
    return ZoneFileReader.readAll(zone, ORIGIN).stream().map(ResourceRecord::toString).toList();
  }

  @Test
  void readsAZoneAsPeopleWriteThem() throws Exception {
    String zone =
        """
        ; a comment, then a blank line

        $TTL 1h30m ; and one behind a directive
        @       IN SOA  ns hostmaster (
                        2026112201 ; serial
                        2h 15m     ; refresh, retry
                        2w         ; expire
                        5m )       ; minimum
                NS      ns
                NS      ns.example.net.
        ns      300 A   192.0.2.53
                IN 300  AAAA 2001:db8::53
        www     300 IN  CNAME @
        *.wild  TXT     "two; words" bare "quote \\" and \\\\" \\065\\066
        $ORIGIN sub
        host    MX      10 mail
        $ORIGIN .
        test    A       192.0.2.1
        odd     TYPE731 \\# 3 ( ab
                               cdef )
        ten     A       \\# 4 0A000001
        """;

    assertThat(lines(zone))
        .containsExactly(
            "example.com. 5400 IN SOA ns.example.com. hostmaster.example.com."
                + " 2026112201 7200 900 1209600 300",
            "example.com. 5400 IN NS ns.example.com.",
            "example.com. 5400 IN NS ns.example.net.",
            "ns.example.com. 300 IN A 192.0.2.53",
            "ns.example.com. 300 IN AAAA 2001:db8::53",
            "www.example.com. 300 IN CNAME example.com.",
            "*.wild.example.com. 5400 IN TXT \"two; words\" \"bare\" \"quote \\\" and \\\\\""
                + " \"AB\"",
            "host.sub.example.com. 5400 IN MX 10 mail.sub.example.com.",
            "test. 5400 IN A 192.0.2.1",
            "odd. 5400 IN TYPE731 \\# 3 ABCDEF",
            "ten. 5400 IN A 10.0.0.1");
  }

  @Test
  void readsRootHintsAsIanaWritesThem() throws Exception {
    String hints =
        """
        ;       This file holds the information on root name servers
        ;       last update:     April 1, 2026
        ;
        ; FORMERLY NS.EXAMPLE.NET
        ;
        .                        3600000      NS    A.ROOT.EXAMPLE.
        A.ROOT.EXAMPLE.          3600000      A     192.0.2.4
        A.ROOT.EXAMPLE.          3600000      AAAA  2001:db8:ba3e::2:30
        ; End of file
        """;

    assertThat(lines(hints))
        .containsExactly(
            ". 3600000 IN NS A.ROOT.EXAMPLE.",
            "A.ROOT.EXAMPLE. 3600000 IN A 192.0.2.4",
            "A.ROOT.EXAMPLE. 3600000 IN AAAA 2001:db8:ba3e::2:30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 60 CH A 192.0.2.1",
        "a CH 60 A 192.0.2.1",
        "a ch 1m a 192.0.2.1",
        "a 60 CLASS3 TYPE1 192.0.2.1",
        "a\t(60\r\n CH)\tA 192.0.2.1\r\n"
      })
  void ttlAndClassComeInEitherOrder(String line) throws Exception {
    assertThat(lines(line)).containsExactly("a.example.com. 60 CH A 192.0.2.1");
  }

  @Test
  void ownersMayLookLikeClassesAndTypes() throws Exception {
    assertThat(lines("IN 60 IN A 192.0.2.1\nA 60 A 192.0.2.1\n60 60 A 192.0.2.1"))
        .containsExactly(
            "IN.example.com. 60 IN A 192.0.2.1",
            "A.example.com. 60 IN A 192.0.2.1",
            "60.example.com. 60 IN A 192.0.2.1");
  }

  @Test
  void classIsTheLastOneStated() throws Exception {
    List<ResourceRecord> records =
        ZoneFileReader.readAll("a 60 A 192.0.2.1\na CH A 192.0.2.2\na A 192.0.2.3", ORIGIN);

    assertThat(records)
        .extracting(ResourceRecord::rrClass)
        .containsExactly(RRClass.IN, RRClass.CH, RRClass.CH);
  }

  @Test
  void ttlComesFromTheDirectiveThenTheLastOneThenTheMinimum() throws Exception {
    assertThat(ttls("a 60 A 192.0.2.1\na A 192.0.2.2\n$TTL 2h\na A 192.0.2.3\na 5 A 192.0.2.4\n"))
        .containsExactly(60L, 60L, 7200L, 5L);
    assertThat(ttls("@ SOA . . 1 2 3 4 300\n@ NS a\n@ 60 NS b\n@ NS c"))
        .containsExactly(300L, 300L, 60L, 60L);
    assertThat(ttls("@ 60 SOA . . 1 2 3 4 300\n@ NS a")).containsExactly(60L, 60L);
    assertThat(ttls("@ SOA . . 1 2 3 4 4294967295")).containsExactly(ResourceRecord.MAX_TTL);
  }

  private static List<Long> ttls(String zone) throws TextFormatException {
    return ZoneFileReader.readAll(zone, ORIGIN).stream().map(ResourceRecord::ttl).toList();
  }

  @Test
  void twoStringsStayTwo() throws Exception {
    ResourceRecord record = ZoneFileReader.readAll("t 60 TXT \"v=spf1 \" \"-all\"", ORIGIN).get(0);

    assertThat(record.data()).isEqualTo(TXT.of("v=spf1 ", "-all"));
    assertThat(((TXT) record.data()).strings()).hasSize(2).contains(CharacterString.of("-all"));
  }

  @Test
  void commentsAndBlankLinesAloneAreNoRecords() throws Exception {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n \t\n;x\n  ;y\n()\n( ; z\n )\r\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 60 A 192.0.2.1\\n  b|2|3|expected a TTL, a class or an RR type, not \"b\"",
        "a 60|1|5|expected a TTL, a class or an RR type, not the end of the record",
        "a 60 A 192.0.2|1|8|expected an IPv4 address, not \"192.0.2\"",
        "a 60 A (\\n 192.0.2.1\\n 5 )|3|2|expected the end of the record, not \"5\"",
        "a A 192.0.2.1|1|3|expected a TTL before the type",
        "' 60 A 192.0.2.1'|1|2|expected an owner name, since no record stands before",
        "a 60 60 A 192.0.2.1|1|6|expected a TTL, a class or an RR type, not \"60\"",
        "a IN IN A 192.0.2.1|1|6|expected a TTL, a class or an RR type, not \"IN\"",
        "a 2147483648 A 192.0.2.1|1|3|expected a TTL such as 3600 or 1h",
        "a..b 60 A 192.0.2.1|1|1|expected a domain name, not \"a..b\"",
        "a 60 ANY x|1|6|expected an RR type that a zone can hold, not \"ANY\"",
        "a 60 OPT \\# 0|1|6|expected an RR type that a zone can hold",
        "a 60 TYPE731 0 issue x|1|14|expected \\# and the data of TYPE731 in hexadecimal",
        "a 60 NOTYPE x|1|6|expected a TTL, a class or an RR type, not \"NOTYPE\"",
        "a 60 TXT \"x\\nb|1|10|expected a closing quote before the end of the line",
        "a 60 TXT ( x\\nb\\n|1|10|expected a closing parenthesis before the end",
        "\\n$INCLUDE other|2|1|expected a record or another directive ($INCLUDE is off), not",
        "$FOO|1|1|expected a record, $ORIGIN, $TTL, $INCLUDE or $GENERATE, not \"$FOO\"",
        "$TTL|1|5|expected a TTL such as 3600 or 1h",
        "$TTL 1 2|1|8|expected the end of the record",
        "$ORIGIN a..|1|9|expected a domain name"
      })
  void errorsNameSourceLineColumnAndExpectation(String zone, int line, int column, String message) {
    String text = zone.replace("\\n", "\n");

    TextFormatException e =
        catchThrowableOfType(
            TextFormatException.class,
            () -> ZoneFileReader.readAll(new StringReader(text), "db.example", ORIGIN));

    assertThat(e).hasMessageStartingWith("db.example:" + line + ":" + column + ": ");
    assertThat(e).hasMessageContaining(message);
    assertThat(e.source()).contains("db.example");
  }

  @Test
  void readingGoesOnBehindABadRecord() throws Exception {
    try (ZoneFileReader reader =
        new ZoneFileReader(new StringReader("a 60 A x\nb 60 A 192.0.2.1\n"), "db", ORIGIN)) {
      assertThatThrownBy(reader::next).isInstanceOf(TextFormatException.class);
      assertThat(reader.next()).hasToString("b.example.com. 60 IN A 192.0.2.1");
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void errorsShortenOverlongWords() {
    String digits = "9".repeat(100_000);

    assertThatThrownBy(() -> ZoneFileReader.readAll("a 60 MX " + digits + " b", ORIGIN))
        .isInstanceOf(TextFormatException.class)
        .hasMessage(
            "line 1, column 9: expected a number in 0..65535, not \"%s...\" of 100000 characters",
            "9".repeat(79));
  }

  @Test
  void readsOneRecordAfterTheOtherAndNoFurther() throws Exception {
    int records = 100_000;
    LongZone zone = new LongZone(records);
    int furthestAhead = 0;
    try (ZoneFileReader reader = new ZoneFileReader(zone, "long", ORIGIN)) {
      for (int i = 0; i < records; i++) {
        assertThat(reader.next()).extracting(ResourceRecord::type).isEqualTo(RRType.A);
        furthestAhead = Math.max(furthestAhead, zone.linesRead - i);
      }
      assertThat(reader.next()).isNull();
    }
    assertThat(furthestAhead * LongZone.LINE.length()).isLessThanOrEqualTo(10_000);
    assertThat(zone.closed).isTrue();
  }

  /** A zone file that is made while it is read. */
  private static final class LongZone extends Reader {
    private static final String LINE = "a 60 A ( 192.0.2.1 ) ; a comment\n";
    private final int lines;
    private int linesRead;
    private boolean closed;

    LongZone(int lines) {
      this.lines = lines;
    }

    @Override
    public int read(char[] target, int offset, int length) {
      int fitting = Math.min(length / LINE.length(), lines - linesRead);
      assertThat(length).isGreaterThanOrEqualTo(LINE.length());
      for (int i = 0; i < fitting; i++) {
        LINE.getChars(0, LINE.length(), target, offset + i * LINE.length());
      }
      linesRead += fitting;
      return fitting == 0 ? -1 : fitting * LINE.length();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void failureToReadIsPassedOn() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] target, int offset, int length) throws IOException {
            throw new IOException("disk on fire");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> ZoneFileReader.readAll(broken, "db", ORIGIN))
        .isInstanceOf(IOException.class)
        .hasMessage("disk on fire");
  }
}
