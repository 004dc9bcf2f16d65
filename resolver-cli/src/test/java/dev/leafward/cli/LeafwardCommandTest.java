// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafwardCommandTest {
  /** Sets the title of a terminal, then begins a line that looks like a record. */
  private static final String HOSTILE = "\u001b]0;x\u0007\na.test. 60 IN A 192.0.2.66";

  private static final String ONE_PRINTABLE_LINE = "[ -~]+\n";

  private final Capture out = new Capture();
  private final Capture err = new Capture();

  @Test
  void exitsWith0ForAnAnswer() {
    assertThat(run(answering(Samples.found()), "www.example.com", "+short"))
        .isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).isEqualTo("web.example.net.\n192.0.2.1\n192.0.2.2\n");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void showsNamesAsPeopleReadThemOnRequestOnly() {
    run(answering(Samples.found()), "www.fa\u00df.de", "+idnout", "www.fa\u00df.de");
    assertThat(out.text()).contains("\n;www.fa\u00df.de.", "\n;www.xn--fa-hia.de.");

    Capture json = new Capture();
    new LeafwardCommand(
            json.stream(), err.stream(), () -> Palette.PLAIN, answering(Samples.found()))
        .run(List.of("www.fa\u00df.de", "+idnout", "+json"));
    assertThat(json.text()).contains("\"QNAME\":\"www.xn--fa-hia.de.\"");
  }

  @Test
  void exitsWith0ForADenial() {
    assertThat(run(answering(Samples.noSuchName()), "nosuch.example.com"))
        .isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).contains("status: NXDOMAIN");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void exitsWith0AndExplainsWhereServersWereOfNoUse() {
    assertThat(run(failing(Samples.noServer(true), Samples.way()), "www.example.com"))
        .isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).contains("status: SERVFAIL", ";; Reason: no server of example.net.");
    assertThat(err.text())
        .startsWith("leafward: could not resolve www.example.com. IN A: no server of example.net.")
        .endsWith("; +trace shows where\n");
  }

  @Test
  void exitsWith9AndNamesTheDemoWhereNothingWasReached() {
    assertThat(run(failing(Samples.noServer(false), Samples.silence()), "www.example.com"))
        .isEqualTo(ExitStatus.NO_SERVER);
    assertThat(out.text()).endsWith(";; no servers could be reached\n\n");
    assertThat(err.text())
        .startsWith("leafward: no server could be reached for www.example.com. IN A within ")
        .endsWith("or use --demo, which needs no Internet\n")
        .hasLineCount(1);
  }

  @Test
  void showsTheWayThatWasGoneInVain() {
    run(failing(Samples.noServer(false), Samples.silence()), "www.example.com", "+trace");

    assertThat(out.text()).contains(";; 1  zone example.net.", ";; no servers could be reached");
  }

  @Test
  void exitsWith1ForAMistakeAndPrintsNothingElse() {
    assertThat(run(answering(Samples.found()), "www.example.com", "+foo"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(out.text()).isEmpty();
    assertThat(err.text()).isEqualTo("leafward: unknown option '+foo'; see leafward --help\n");
  }

  /** Words may come from elsewhere, such as a log: they must not steer the terminal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+" + HOSTILE,
        "-" + HOSTILE,
        "--" + HOSTILE,
        "@" + HOSTILE,
        "a.." + HOSTILE,
        "-t" + HOSTILE,
        "-c" + HOSTILE,
        "-x" + HOSTILE,
        "+time=" + HOSTILE,
        "+tcp=" + HOSTILE,
        "--demo=" + HOSTILE
      })
  void escapesHostileWordsInComplaints(String word) {
    assertThat(run(answering(Samples.found()), "www.example.com", word))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.text()).contains("\\027]0;x\\007\\010").matches(ONE_PRINTABLE_LINE);
  }

  @Test
  void escapesHostileWordsInTheBanner() {
    run(answering(Samples.found()), "+noidnin", "-q", HOSTILE);

    assertThat(out.text())
        .contains("<<>> +noidnin -q \\027]0;x\\007\\010a.test. 60 IN A 192.0.2.66\n")
        .matches("[\\t\\n -~]*");
  }

  @Test
  void escapesTheNameOfAHostileHintsFile() {
    run(answering(Samples.found()), "--hints", HOSTILE, "www.example.com");
    run(answering(Samples.found()), "--hints", HOSTILE, "www.example.com", "+json");
    assertThat(run(ResolverPool::open, "--hints", HOSTILE, "a.test"))
        .isEqualTo(ExitStatus.INTERNAL);

    assertThat(out.text())
        .contains("(recursive from the root in \\027]0;x\\007\\010a.test. ")
        .matches("[\\t\\n -~]*");
    assertThat(err.text()).contains("\\027]0;x\\007\\010").matches(ONE_PRINTABLE_LINE);
  }

  @Test
  void exitsWith10WhereItCannotEvenBegin() {
    AskerOpener broken =
        world -> {
          throw new IOException("there is no file x to read root hints from");
        };

    assertThat(run(broken, "www.example.com")).isEqualTo(ExitStatus.INTERNAL);
    assertThat(out.text()).isEmpty();
    assertThat(err.text()).isEqualTo("leafward: there is no file x to read root hints from\n");
  }

  @Test
  void saysWhichHintsFileIsMissing() {
    assertThat(run(ResolverPool::open, "--hints", Path.of("no", "such").toString(), "a.test"))
        .isEqualTo(ExitStatus.INTERNAL);
    assertThat(err.text()).contains(Path.of("no", "such").toString()).hasLineCount(1);
  }

  @Test
  void saysWhatIsWrongInAHintsFile() {
    assertThat(run(ResolverPool::open, "--hints", "pom.xml", "a.test"))
        .isEqualTo(ExitStatus.INTERNAL);
    assertThat(err.text())
        .startsWith("leafward: pom.xml does not hold root hints as IANA's named.root does: ");
  }

  @Test
  void printsTheBannerOnceForSeveralQuestions() {
    run(answering(Samples.found()), "www.example.com", "www.example.com", "+trace");

    assertThat(out.text()).containsOnlyOnce("<<>> Leafward").containsOnlyOnce(";; TRACE of");
    assertThat(out.text().split(";; Got answer:", -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+nocmd www.example.com",
        "www.example.com +noall +answer",
        "www.example.com www.example.com +nocmd",
        "www.example.com +short www.example.com"
      })
  void printsNoBannerWhereAnyQuestionSwitchesItOff(String line) {
    run(answering(Samples.found()), line.split(" "));

    assertThat(out.text()).doesNotContain("<<>>", "global options").contains("192.0.2.1");
  }

  @Test
  void letsTheWorstOfSeveralQuestionsDecide() {
    AskerOpener mixed =
        world ->
            asker(query -> {
              if (query.question().name().toString().equals("www.example.com.")) {
                return Samples.found();
              }
              throw new ResolutionException(Samples.noServer(false), Samples.silence());
            });

    assertThat(run(mixed, "a.test", "www.example.com", "+short")).isEqualTo(ExitStatus.NO_SERVER);
    assertThat(out.text()).endsWith("web.example.net.\n192.0.2.1\n192.0.2.2\n");
  }

  @Test
  void printsTheVersion() {
    assertThat(run(answering(Samples.found()), "--version")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).isEqualTo("Leafward " + Version.NUMBER + "\n");
  }

  @Test
  void printsHelpWithin80ColumnsThatNamesEveryFlag() {
    assertThat(run(answering(Samples.found()), "--help")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.text())
        .contains("+[no]short", "+[no]trace", "+[no]tcp", "+[no]dnssec", "+[no]edns")
        .contains(
            "+bufsize=N",
            "+[no]json",
            "+time, +timeout=N",
            "-x",
            "-t",
            "-c",
            "-q",
            "--demo",
            "--hints")
        .contains("+[no]all", "+[no]answer", "+[no]question", "+[no]comments", "+[no]stats")
        .contains("+[no]cmd", "+[no]authority", "+[no]additional", "+[no]ttlid", "+[no]class")
        .contains("+[no]do", "+[no]vc", "+recurse", "+tries=N", "-4 and -6 are not taken")
        .containsSubsequence("-q=", "+[no]trace", "+[no]short", "+[no]all", "+[no]cmd", "--help")
        .contains("Examples:", "Exit status:");
  }

  private ExitStatus run(AskerOpener opener, String... words) {
    return new LeafwardCommand(out.stream(), err.stream(), () -> Palette.PLAIN, opener)
        .run(List.of(words));
  }

  private static AskerOpener answering(Answer answer) {
    return world -> asker(query -> answer);
  }

  private static AskerOpener failing(Failure failure, Explanation explanation) {
    return world ->
        asker(query -> {
          throw new ResolutionException(failure, explanation);
        });
  }

  private static Asker asker(Replies replies) {
    return new Asker() {
      @Override
      public Answer ask(Query query) throws IOException {
        return replies.to(query);
      }

      @Override
      public void close() {}
    };
  }

  /** What a fake resolver says. */
  @FunctionalInterface
  private interface Replies {
    Answer to(Query query) throws IOException;
  }
}
