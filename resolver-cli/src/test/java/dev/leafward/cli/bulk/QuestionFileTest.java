// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionFileTest {

  @Test
  void readsNamesWithAndWithoutTypes() throws IOException {
    assertThat(entries("www.example.com\nexample.com. MX\n  a.test\tTYPE65\r\n"))
        .containsExactly(
            asked(1, "www.example.com.", RRType.A),
            asked(2, "example.com.", RRType.MX),
            asked(3, "a.test.", RRType.HTTPS));
  }

  @Test
  void passesOverEmptyLinesAndComments() throws IOException {
    assertThat(entries("# names\n\n; dnsperf's\n  \nwww.example.com"))
        .containsExactly(asked(5, "www.example.com.", RRType.A));
  }

  @Test
  void saysWhatIsWrongWithALine() throws IOException {
    assertThat(entries("a..b\nexample.com HELLO\nexample.com AXFR\none two three\n"))
        .extracting(entry -> ((Entry.Refused) entry).reason())
        .satisfiesExactly(
            name -> assertThat(name).startsWith("'a..b' is not a domain name: "),
            type -> assertThat(type).isEqualTo("'HELLO' is no record type"),
            meta -> assertThat(meta).isEqualTo("AXFR is no type of stored records"),
            words -> assertThat(words).contains("not 3 words"));
  }

  @Test
  void refusedTextSteersNoTerminal() throws IOException {
    Entry.Refused refused = (Entry.Refused) entries("\u001b[31m x y z").getFirst();

    assertThat(refused.text() + refused.reason()).matches("[ -~]+");
  }

  @Test
  void countsEntriesOnly() throws IOException {
    assertThat(file("a.test\n# no\n\n???? x y\n").count()).isEqualTo(2);
  }

  @Test
  void skipsEntriesAndKeepsTheLineNumbers() throws IOException {
    QuestionFile file = file("a.test\n# no\nb.test\nc.test\n");

    file.skip(2);

    assertThat(file.next()).contains(asked(4, "c.test.", RRType.A));
  }

  @Test
  void cannotSkipMoreThanThereAre() {
    assertThatThrownBy(() -> file("a.test\n").skip(2))
        .isInstanceOf(IOException.class)
        .hasMessage("there are 2 results already, but only 1 questions");
  }

  private static Entry asked(long line, String name, RRType type) {
    return new Entry.Asked(line, new Question(DomainName.of(name), type));
  }

  private static List<Entry> entries(String text) throws IOException {
    QuestionFile file = file(text);
    List<Entry> entries = new ArrayList<>();
    for (Optional<Entry> next = file.next(); next.isPresent(); next = file.next()) {
      entries.add(next.get());
    }
    return entries;
  }

  private static QuestionFile file(String text) {
    return new QuestionFile(new BufferedReader(new StringReader(text)), RRType.A);
  }
}
