// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leafward.wire.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
  private static final DomainName ORIGIN = DomainName.of("example.");

  private static TextReader reader(String text) throws TextFormatException {
    return TextReader.of(text, ORIGIN);
  }

  @Test
  void readsTheFieldsInTheirOrder() throws Exception {
    TextReader in = reader("255 65535 4294967295 1h30m www @ www.test. word");

    assertThat(in.u8()).isEqualTo(255);
    assertThat(in.u16()).isEqualTo(65535);
    assertThat(in.u32()).isEqualTo(4294967295L);
    assertThat(in.ttl()).isEqualTo(5400);
    assertThat(in.name()).isEqualTo(DomainName.of("www.example."));
    assertThat(in.name()).isEqualTo(ORIGIN);
    assertThat(in.name()).isEqualTo(DomainName.of("www.test."));
    assertThat(in.hasNext()).isTrue();
    assertThat(in.token()).isEqualTo("word");
    assertThat(in.hasNext()).isFalse();
    in.expectEnd();
  }

  @Test
  void characterStringsAreQuotedOrBare() throws Exception {
    TextReader in = reader("\"a;b (c) \\\"d\\\"\" e\\032f\\;g \"\"\"h\"i ; a comment");

    assertThat(text(in)).isEqualTo("a;b (c) \"d\"");
    assertThat(text(in)).isEqualTo("e f;g");
    assertThat(text(in)).isEmpty();
    assertThat(text(in)).isEqualTo("h");
    assertThat(text(in)).isEqualTo("i");
    assertThat(in.hasNext()).isFalse();
  }

  @Test
  void quotesBehindAnEqualsSignBelongToTheWord() throws Exception {
    TextReader in = reader("key=\"a \\\"b\\\" c\"d= \"e\" f\\=\"g\" \"key=h\"");

    assertThat(in.bareToken("a word")).isEqualTo("key=a \\\"b\\\" c");
    assertThat(in.bareToken("a word")).isEqualTo("d=");
    assertThat(in.token()).isEqualTo("e");
    assertThat(in.bareToken("a word")).isEqualTo("f\\=");
    assertThat(in.token()).isEqualTo("g");
    assertThatThrownBy(() -> in.bareToken("a word"))
        .hasMessageContaining("expected a word without quotes, not \"key=h\"");
    assertThatThrownBy(() -> reader("key=\"a"))
        .hasMessage("line 1, column 5: expected a closing quote before the end of the line");
  }

  @Test
  void singleWordsOfOctets() throws Exception {
    TextReader in = reader("0aFF AAE= " + "x".repeat(300) + " 0 ?");

    assertThat(in.hex("a tag")).isEqualTo(new byte[] {0x0A, -1});
    assertThat(in.base64("a key")).isEqualTo(new byte[] {0, 1});
    assertThat(in.octetString("a value")).hasSize(300);
    assertThatThrownBy(() -> in.hex("a tag")).hasMessageContaining("expected a tag, not \"0\"");
    assertThatThrownBy(() -> in.base64("a key")).hasMessageContaining("expected a key, not \"?\"");
  }

  private static String text(TextReader in) throws TextFormatException {
    return new String(in.characterString(), StandardCharsets.US_ASCII);
  }

  @Test
  void hexAndBase64RunOverSeveralWords() throws Exception {
    assertThat(reader("0aF f0 0").hexToEnd()).isEqualTo(new byte[] {0x0A, -1, 0});
    assertThat(reader("AQ ID\tBA ==").base64ToEnd()).isEqualTo(new byte[] {1, 2, 3, 4});
    assertThat(reader("").hexToEnd()).isEmpty();
  }

  @Test
  void parenthesesJoinLines() throws Exception {
    TextReader in = reader("1 ( 2 ; comment )\n 3\r\n) 4");

    assertThat(in.u8()).isEqualTo(1);
    assertThat(in.u8()).isEqualTo(2);
    assertThat(in.u8()).isEqualTo(3);
    assertThat(in.u8()).isEqualTo(4);
    in.expectEnd();
  }

  @Test
  void acceptTakesOnlyTheBareWord() throws Exception {
    assertThat(reader("\"\\#\" 0").accept("\\#")).isFalse();
    assertThat(reader("\\# 0").accept("\\#")).isTrue();
    assertThat(reader("").accept("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1w2d3h4m5s, 788645", "1W, 604800", "2147483647, 2147483647", "1h30, 3630"})
  void readsTtls(String text, long seconds) throws Exception {
    assertThat(reader(text).ttl()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2147483648", "-1", "h", "1hh", "1y", "99999999999999999999", "9999999w", "1 h x"})
  void refusesOtherTtls(String text) throws Exception {
    TextReader in = reader(text);
    assertThatThrownBy(
            () -> {
              in.ttl();
              in.ttl();
            })
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("a TTL such as 3600 or 1h");
  }

  /** One way of reading a field. */
  @FunctionalInterface
  interface Field {
    Object read(TextReader in) throws TextFormatException;
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        error("256", TextReader::u8, 1, 1, "expected a number in 0..255, not \"256\""),
        error("  x", TextReader::u16, 1, 3, "expected a number in 0..65535, not \"x\""),
        error("\"\"", TextReader::u8, 1, 1, "expected a number in 0..255, not \"\""),
        error("4294967296", TextReader::u32, 1, 1, "expected a number in 0..4294967295, not"),
        error("99999999999999999999", TextReader::u32, 1, 1, "expected a number"),
        error("", TextReader::u8, 1, 1, "not the end of the record"),
        error("(\n ;c\n a..b )", TextReader::name, 3, 2, "expected a domain name, not \"a..b\" ("),
        error("a\\300", TextReader::characterString, 1, 1, "the escape \\300 is above 255"),
        error("x".repeat(256), TextReader::characterString, 1, 1, "at most 255 octets"),
        error(" 0g", TextReader::hexToEnd, 1, 2, "expected pairs of hexadecimal digits"),
        error(" 0", TextReader::hexToEnd, 1, 2, "expected pairs of hexadecimal digits"),
        error("A", TextReader::base64ToEnd, 1, 1, "expected base64"),
        error("W0", TextReader::base32hex, 1, 1, "expected base32"));
  }

  private static Arguments error(String text, Field field, int line, int column, String message) {
    return Arguments.of(text, field, line, column, message);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsNameThePlaceAndWhatWasExpected(
      String text, Field field, int line, int column, String message) throws Exception {
    TextReader in = reader(text);

    TextFormatException e = catchThrowableOfType(TextFormatException.class, () -> field.read(in));

    assertThat(e).hasMessageContaining(message);
    assertThat(e.line()).isEqualTo(line);
    assertThat(e.column()).isEqualTo(column);
    assertThat(e.source()).isEmpty();
    assertThat(e.withSource("db")).hasMessageStartingWith("db:" + line + ":" + column + ": ");
    assertThat(e.withSource("db").source()).contains("db");
  }

  @Test
  void wordsLeftOverAreAnError() throws Exception {
    TextReader in = reader("1 2");
    in.u8();

    assertThatThrownBy(in::expectEnd)
        .hasMessage("line 1, column 3: expected the end of the record, not \"2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"open'|1|1|expected a closing quote",
        "'a ( b'|1|3|expected a closing parenthesis",
        "'a ( ( b'|1|5|unexpected second (",
        "'a ) b'|1|3|unexpected ) without ("
      })
  void refusesOpenQuotesAndParentheses(String text, int line, int column, String message) {
    TextFormatException e = catchThrowableOfType(TextFormatException.class, () -> reader(text));

    assertThat(e).hasMessageContaining(message);
    assertThat(e.line()).isEqualTo(line);
    assertThat(e.column()).isEqualTo(column);
  }

  @Test
  void refusesASecondLine() {
    assertThatThrownBy(() -> reader("1\n2")).hasMessage("line 2, column 1: expected one line only");
  }

  @Test
  void refusesEndlessRecords() {
    String endless = "( " + "\"\"".repeat(TextTokenizer.MAX_LINE_CHARACTERS + 1);

    assertThatThrownBy(() -> reader(endless)).hasMessageContaining("a record of more than 1048576");
  }
}
