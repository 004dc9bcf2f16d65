// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.wire.io.TextFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the steps do, in little scenarios of our own. */
class ScenarioRunnerTest {

  private static final String UNBOUND =
      "server:\nqname-minimisation: no\nstub-zone: name: \".\"\nstub-addr: 192.0.2.1\n";

  private static final String DECKARD = "stub-addr: 192.0.2.1\nquery-minimization: off\n";

  private static final String CLIENT = "REPLY RD;SECTION QUESTION;www.example. A";

  @TempDir private Path folder;

  private static ScenarioResult run(String config, String... blocks) throws TextFormatException {
    StringBuilder text = new StringBuilder(config).append("CONFIG_END\nSCENARIO_BEGIN t\n");
    for (String block : blocks) {
      text.append(block.replace(';', '\n')).append('\n');
    }
    return new ScenarioRunner()
        .run(Scenario.parse("t.rpl", text.append("SCENARIO_END\n").toString()));
  }

  private static String range(int from, int to, String address, String... entries) {
    return "RANGE_BEGIN %d %d;ADDRESS %s;%s;RANGE_END"
        .formatted(from, to, address, String.join(";", entries));
  }

  /** An entry that answers a name with an address. */
  private static String knows(String name, String address) {
    return entry(
        "MATCH opcode qtype qname;ADJUST copy_id;REPLY QR AA;SECTION QUESTION;%1$s A;"
                .formatted(name)
            + "SECTION ANSWER;%s 60 A %s".formatted(name, address));
  }

  private static String entry(String lines) {
    return "ENTRY_BEGIN;" + lines + ";ENTRY_END";
  }

  private static String ask(int step) {
    return "STEP " + step + " QUERY;" + entry(CLIENT);
  }

  private static String check(int step, String address) {
    return check(step, "MATCH all", "www.example. 60 A " + address);
  }

  private static String check(int step, String match, String record) {
    return "STEP %d CHECK_ANSWER;".formatted(step)
        + entry(match + ";REPLY QR RD RA;SECTION QUESTION;www.example. A;SECTION ANSWER;" + record);
  }

  private static String checkFailure(int step) {
    return "STEP %d CHECK_ANSWER;".formatted(step)
        + entry("MATCH all;REPLY QR RD RA SERVFAIL;SECTION QUESTION;www.example. A");
  }

  private static void assertPasses(ScenarioResult result) {
    assertThat(result.verdict())
        .as(() -> result.line() + "\n" + String.join("\n", result.log()))
        .isInstanceOf(Verdict.Passed.class);
  }

  private static void assertFails(ScenarioResult result, String where, String difference) {
    assertThat(result.verdict())
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed -> {
              assertThat(failed.where()).isEqualTo(where);
              assertThat(failed.difference()).contains(difference);
            });
  }

  @Test
  void aWrongAnswerFailsAtItsStep() throws Exception {
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    assertPasses(run(UNBOUND, root, ask(1), check(2, "198.51.100.7")));
    assertFails(
        run(UNBOUND, root, ask(1), check(2, "198.51.100.8")),
        "step 2 CHECK_ANSWER",
        "answer: lacks www.example. IN A 198.51.100.8");
  }

  @Test
  void unboundLooksRangesUpByTheNextStepAndFromTheLastOne() throws Exception {
    String early = range(0, 1, "192.0.2.1", knows("www.example.", "198.51.100.1"));
    String late = range(2, 9, "192.0.2.1", knows("www.example.", "198.51.100.2"));
    String last = range(2, 9, "192.0.2.1", knows("www.example.", "198.51.100.3"));
    assertPasses(run(UNBOUND, early, late, ask(1), check(2, "198.51.100.2")));
    assertPasses(run(UNBOUND, early, late, last, ask(1), check(2, "198.51.100.3")));
  }

  @Test
  void deckardLooksRangesUpByTheStepThatAsksAndInTheFirstOneOnly() throws Exception {
    String early = range(0, 1, "192.0.2.1", knows("www.example.", "198.51.100.1"));
    String also = range(0, 1, "192.0.2.1", knows("www.example.", "198.51.100.3"));
    String late = range(2, 9, "192.0.2.1", knows("www.example.", "198.51.100.2"));
    String other = range(0, 1, "192.0.2.1", knows("other.example.", "198.51.100.2"));
    assertPasses(run(DECKARD, early, also, late, ask(1), check(2, "198.51.100.1")));
    assertPasses(run(DECKARD, other, early, ask(1), checkFailure(2)));
    assertPasses(
        run(UNBOUND, other, early.replace("0 1", "0 9"), ask(1), check(2, "198.51.100.1")));
  }

  @Test
  void whatTheScenarioDoesNotKnowIsServfail() throws Exception {
    ScenarioResult result = run(UNBOUND, ask(1), checkFailure(2));
    assertPasses(result);
    assertThat(result.log()).anyMatch(line -> line.contains("not in the scenario, SERVFAIL"));
  }

  @Test
  void timePassesForTheCache() throws Exception {
    String root = range(0, 5, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    String later = check(6, "MATCH all ttl", "www.example. 40 A 198.51.100.7");
    assertPasses(
        run(
            UNBOUND,
            root,
            ask(1),
            check(2, "198.51.100.7"),
            "STEP 3 TIME_PASSES ELAPSE 20",
            ask(4),
            later));
    assertFails(
        run(
            UNBOUND,
            root,
            ask(1),
            check(2, "198.51.100.7"),
            "STEP 3 TIME_PASSES ELAPSE 30.5",
            ask(4),
            later),
        "step 6 CHECK_ANSWER",
        "expected 40, got 30");
  }

  @Test
  void aReplyStepAnswersAQueryThatWaits() throws Exception {
    String reply =
        "STEP 2 REPLY;"
            + entry(
                "ADJUST copy_id;REPLY QR AA;SECTION QUESTION;www.example. A;"
                    + "SECTION ANSWER;www.example. 60 A 198.51.100.9");
    String primed =
        range(
            0,
            9,
            "192.0.2.1",
            entry(
                "MATCH qname qtype;ADJUST copy_id;REPLY QR AA;SECTION QUESTION;. NS;"
                    + "SECTION ANSWER;. NS k.root-servers.net."));
    assertPasses(run(UNBOUND, primed, ask(1), reply, check(3, "198.51.100.9")));
  }

  @Test
  void aQueryMustHaveBeenSentWhereThatIsChecked() throws Exception {
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    String sent = "STEP 2 CHECK_OUT_QUERY%s;" + entry("MATCH qname qtype;SECTION QUESTION;%s A");
    String good = sent.formatted(" ADDRESS 192.0.2.1", "www.example.");
    String elsewhere = sent.formatted(" ADDRESS 192.0.2.2", "www.example.");
    String other = sent.formatted("", "web.example.");
    assertPasses(run(UNBOUND, root, ask(1), good, check(3, "198.51.100.7")));
    assertFails(
        run(UNBOUND, root, ask(1), elsewhere, check(3, "198.51.100.7")),
        "step 2 CHECK_OUT_QUERY",
        "no such query was sent");
    assertFails(
        run(UNBOUND, root, ask(1), other, check(3, "198.51.100.7")),
        "step 2 CHECK_OUT_QUERY",
        "no such query was sent");
  }

  @Test
  void silenceAndErrorsEndInAFailure() throws Exception {
    for (String kind : List.of("TIMEOUT", "ERROR")) {
      ScenarioResult result =
          run(
              UNBOUND,
              ask(1),
              "STEP 2 %s;STEP 3 %1$s;STEP 4 %1$s".formatted(kind),
              checkFailure(5));
      assertPasses(result);
    }
  }

  @Test
  void theClockMakesUpForTimeThatWasWaited() throws Exception {
    String silent = range(0, 3, "192.0.2.1", entry("MATCH opcode;ADJUST do_not_answer;REPLY QR"));
    String root = range(4, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    ScenarioResult result =
        run(
            DECKARD,
            silent,
            root,
            ask(1),
            checkFailure(2),
            "STEP 3 TIME_PASSES ELAPSE 60",
            ask(4),
            check(5, "198.51.100.7"));
    assertPasses(result);
    assertThat(result.log()).anyMatch(line -> line.startsWith("   60.000 s  step 4 QUERY"));
  }

  @Test
  void severalQuestionsMayBeUnderWay() throws Exception {
    String root =
        range(
            3,
            9,
            "192.0.2.1",
            knows("www.example.", "198.51.100.7"),
            knows("web.example.", "198.51.100.8"));
    String other = ask(2).replace("www", "web");
    assertPasses(
        run(
            UNBOUND,
            root,
            ask(1),
            other,
            check(4, "198.51.100.8").replace("www", "web"),
            check(5, "198.51.100.7")));
    String web = check(4, "198.51.100.8").replace("www", "web");
    assertFails(
        run(UNBOUND, root, ask(1), other, web, "STEP 5 TRAFFIC"), "the end", "no step asked for");
  }

  @Test
  void withoutRecursionTheCacheAloneAnswers() throws Exception {
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    String peek = "STEP %d QUERY;" + entry("REPLY;SECTION QUESTION;www.example. A");
    String found = check(6, "198.51.100.7").replace("QR RD RA", "QR RA");
    assertPasses(run(UNBOUND, root, ask(1), check(2, "198.51.100.7"), peek.formatted(5), found));
    assertFails(run(UNBOUND, root, peek.formatted(5), found), "step 6 CHECK_ANSWER", "lacks");
  }

  @Test
  void deckardsScenariosMustPassWithAndWithoutMinimisation() throws Exception {
    String config = "stub-addr: 192.0.2.1\n";
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    String whole =
        range(
            0,
            9,
            "192.0.2.1",
            knows("www.example.", "198.51.100.7"),
            entry(
                "MATCH qname;ADJUST copy_id copy_query;REPLY QR AA NXDOMAIN;SECTION QUESTION;"
                    + "example. NS;SECTION AUTHORITY;. SOA a. b. 1 2 3 4 5"));
    assertPasses(run(config, root, ask(1), check(2, "198.51.100.7")));
    assertFails(
        run(config, whole.replace("MATCH qname", "MATCH qname qtype"), ask(1), check(2, "1.2.3.4")),
        "step 2 CHECK_ANSWER (without QNAME minimisation)",
        "lacks");
  }

  @Test
  void whatTheResolverDoesNotHaveIsSkipped() throws Exception {
    for (String feature : List.of("send-client-subnet: 1.2.3.4", "dns64-prefix: 64:ff9b::/96")) {
      ScenarioResult result = run(UNBOUND.replace("server:", "server:\n" + feature), ask(1));
      assertThat(result.verdict())
          .isEqualTo(
              new Verdict.Skipped("the setting " + feature.substring(0, feature.indexOf(':'))));
      assertThat(result.line()).startsWith("skip    t.rpl  needs the setting");
    }
    assertThat(run(UNBOUND, "STEP 1 ASSIGN t = 1").verdict()).isInstanceOf(Verdict.Skipped.class);
    assertThat(run(UNBOUND + "auth-zone:\nname: x\n", ask(1)).verdict())
        .isEqualTo(new Verdict.Skipped("the clause auth-zone"));
  }

  @Test
  void anEntryThatMustBeUsedIsMissed() throws Exception {
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    String must = root.replace("ENTRY_BEGIN;", "ENTRY_BEGIN;MANDATORY;");
    String unused = must.replace("www.example.", "web.example.");
    assertPasses(run(DECKARD, must, ask(1), check(2, "198.51.100.7")));
    assertFails(
        run(DECKARD, root, unused, ask(1), check(2, "198.51.100.7")), "the end", "mandatory");
  }

  @Test
  void questionsOfOtherClassesAreLeftOutButNotAll() throws Exception {
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    String chaos = ask(3).replace("www.example. A", "www.example. CH A");
    String answer = check(4, "198.51.100.7").replace("www.example. A", "www.example. CH A");
    ScenarioResult mixed = run(UNBOUND, root, ask(1), check(2, "198.51.100.7"), chaos, answer);
    assertPasses(mixed);
    assertThat(mixed.line()).contains("other classes than IN left out");
    assertFails(run(UNBOUND, root, chaos, answer), "the end", "nothing was compared");
  }

  @Test
  void aFileThatCannotBeReadHasFailed() throws IOException {
    Path file = Files.writeString(folder.resolve("odd.rpl"), "SCENARIO_BEGIN t\nDANCE\n");
    ScenarioResult result = new ScenarioRunner().run(file);
    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.line()).contains("not ok").contains("2:1: expected RANGE_BEGIN");
    assertThat(new ScenarioRunner().run(folder.resolve("none.rpl")).verdict())
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void theSameScenarioRunsTheSameWay() throws Exception {
    String root = range(0, 9, "192.0.2.1", knows("www.example.", "198.51.100.7"));
    assertThat(run(UNBOUND, root, ask(1), check(2, "198.51.100.7")))
        .isEqualTo(run(UNBOUND, root, ask(1), check(2, "198.51.100.7")));
  }

  /** The scenarios beside this test, as a user of the testkit would have them run. */
  @TestFactory
  Stream<DynamicTest> scenariosOfOurOwn() throws Exception {
    return ScenarioTests.of(
        Path.of(ScenarioRunnerTest.class.getResource("alias-across-zones.rpl").toURI()));
  }
}
