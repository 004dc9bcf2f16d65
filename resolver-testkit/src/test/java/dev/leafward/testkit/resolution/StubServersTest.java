// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stub resolver asks its servers as glibc does: whom, when, and how. */
class StubServersTest extends StubWorld {

  @Test
  void asksOneServerThreeTimesTwoSecondsEach() {
    internet.server(FIRST).silent();
    Resolver stub = with(asking(FIRST).withTimeout(Duration.ofSeconds(2)).withAttempts(3));

    Failure.NoUsableServer failure = failure(stub);

    assertThat(sent()).containsExactly("0.0 UDP .13", "2.0 UDP .13", "4.0 UDP .13");
    assertThat(internet.time().nanos()).isEqualTo(Duration.ofSeconds(6).toNanos());
    assertThat(failure.isUnreachable()).isTrue();
    assertThat(failure.sentence())
        .isEqualTo(
            "no resolver gave a usable reply for www.example.com. IN A: "
                + FIRST
                + " timed out over UDP, then timed out over UDP, then timed out over UDP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | 0.0 .13, 5.0 .14, 10.0 .13, 15.0 .14
          3 | 0.0 .13, 5.0 .14, 8.0 .15, 14.0 .13, 19.0 .14, 22.0 .15
          """)
  void waitsForEachServerAsLongAsGlibcDoes(int servers, String expected) {
    String[] all = Stream.of(FIRST, SECOND, THIRD).limit(servers).toArray(String[]::new);
    for (String server : all) {
      internet.server(server).silent();
    }

    assertThat(failure(with(asking(all))).attempts()).hasSize(servers);

    assertThat(sent())
        .containsExactly(
            Arrays.stream(expected.split(", "))
                .map(each -> each.replace(" ", " UDP "))
                .toArray(String[]::new));
  }

  @Test
  void goesAroundAgainWhereAllRefuse() {
    internet.server(FIRST).refusing();
    internet.server(SECOND).failing();

    Failure.NoUsableServer failure = failure(with(asking(FIRST, SECOND)));

    assertThat(sent()).containsExactly("0.0 UDP .13", "0.0 UDP .14", "0.0 UDP .13", "0.0 UDP .14");
    assertThat(failure.isUnreachable()).isFalse();
    assertThat(failure.attempts())
        .extracting(Failure.Attempt::what)
        .containsExactly(
            "is unusable: the server says REFUSED", "is unusable: the server says SERVFAIL");
  }

  @Test
  void takesTheLateReplyOfAServerThatWasLeft() throws Exception {
    internet.server(FIRST).responding(saying(ANSWER)).delaying(Duration.ofSeconds(7));
    internet.server(SECOND).silent();

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(internet.time().nanos()).isEqualTo(Duration.ofSeconds(7).toNanos());
    assertThat(answer.explanation().exchanges().map(Step.Exchange::detail))
        .containsExactly("timed out", "had not replied yet; next from " + FIRST, "answer");
  }

  @Test
  void isNotLedAwayFromAServerByALateRefusalOfAnother() throws Exception {
    internet.server(FIRST).refusing().delaying(Duration.ofSeconds(6));
    internet.server(SECOND).responding(saying(ANSWER)).delaying(Duration.ofSeconds(4));

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 UDP .13", "5.0 UDP .14");
    assertThat(internet.time().nanos()).isEqualTo(Duration.ofSeconds(9).toNanos());
  }

  @Test
  void asksTheSameServerOverTcpIfItsReplyIsCut() throws Exception {
    internet.server(FIRST).responding(saying(ANSWER)).truncating();

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 UDP .13", "0.0 TCP .13");
  }

  @Test
  void goesOnToTheNextServerIfTheCutReplyCannotBeHadWhole() throws Exception {
    internet.server(FIRST).responding(saying(ANSWER)).truncating().refusingTcp();
    internet.server(SECOND).responding(saying(ANSWER));

    Answer answer = with(asking(FIRST, SECOND)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).last().isEqualTo("0.0 UDP .14");
  }

  @Test
  void asksOverTcpOnlyIfThatIsConfigured() throws Exception {
    internet.server(FIRST).silent();
    internet.server(SECOND).responding(saying(ANSWER));

    Answer answer =
        with(asking(FIRST, SECOND).with(StubFlag.USE_VC)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 TCP .13", "5.0 TCP .14");
  }

  @Test
  void leavesAtOnceAServerThatFailsOverTcp() throws Exception {
    internet.server(FIRST).failing();
    internet.server(SECOND).responding(saying(ANSWER));

    Answer answer =
        with(asking(FIRST, SECOND).with(StubFlag.USE_VC)).resolve("www.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 TCP .13", "0.0 TCP .14");
  }

  @Test
  void beginsWithAnotherServerEachTimeIfThatIsConfigured() throws Exception {
    Stream.of(FIRST, SECOND, THIRD).forEach(each -> internet.server(each).responding(saying("")));
    Resolver stub = with(asking(FIRST, SECOND, THIRD).with(StubFlag.ROTATE));
    for (int i = 0; i < 6; i++) {
      stub.resolve("n" + i + ".example.com", RRType.A);
    }

    List<String> sent = sent();
    assertThat(sent).hasSize(6);
    assertThat(sent.subList(0, 3))
        .containsExactlyInAnyOrder("0.0 UDP .13", "0.0 UDP .14", "0.0 UDP .15")
        .isEqualTo(sent.subList(3, 6));
  }

  @Test
  void waitsForARotatedServerAsItsPlaceInTheListSays() {
    Stream.of(FIRST, SECOND, THIRD).forEach(each -> internet.server(each).silent());
    Resolver stub = with(asking(FIRST, SECOND, THIRD).withAttempts(1).with(StubFlag.ROTATE));

    failure(stub);

    List<String> servers = sent();
    String wait =
        servers.get(0).endsWith("3") ? "5.0" : servers.get(0).endsWith("4") ? "3.0" : "6.0";
    assertThat(servers.get(1)).startsWith(wait);
  }

  @Test
  void sendsNothingThatIsNotConfigured() throws Exception {
    internet.server(FIRST).responding(saying(ANSWER));

    with(asking(FIRST)).resolve("www.example.com", RRType.A);

    Message query = internet.queries().getFirst().message();
    assertThat(query.edns()).isEmpty();
    assertThat(query.header().isRecursionDesired()).isTrue();
    assertThat(query.header().has(HeaderFlag.AD)).isFalse();
    assertThat(query.header().has(HeaderFlag.CD)).isFalse();
  }

  @Test
  @DisplayName("systemd-resolved at 127.0.0.53: options edns0 trust-ad")
  void asksWithEdnsAndForAuthenticityIfThatIsConfigured() throws Exception {
    internet.server("127.0.0.53").responding(saying(ANSWER));

    with(asking("127.0.0.53").with(StubFlag.EDNS0).with(StubFlag.TRUST_AD))
        .resolve("www.example.com", RRType.A);

    Message query = internet.queries().getFirst().message();
    assertThat(query.edns().orElseThrow().udpPayloadSize()).isEqualTo(1232);
    assertThat(query.edns().orElseThrow().options()).isEmpty();
    assertThat(query.header().has(HeaderFlag.AD)).isTrue();
  }

  @Test
  void leavesOutEdnsForGoodIfTheServerRefusesIt() throws Exception {
    internet.server(FIRST).responding(saying("")).formatErrorOnEdns();
    Resolver stub = with(asking(FIRST).with(StubFlag.EDNS0));

    stub.resolve("one.example.com", RRType.A);
    stub.resolve("two.example.com", RRType.A);

    assertThat(internet.queries())
        .extracting(each -> each.hasEdns())
        .containsExactly(true, false, false);
  }

  @Test
  void givesUpWhenTheCallersTimeIsUp() {
    internet.server(FIRST).silent();
    Resolver stub = with(asking(FIRST));

    assertThatThrownBy(() ->
            stub.resolve(
                new Question(DomainName.of("www.example.com"), RRType.A), Duration.ofSeconds(6)))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.DeadlineExceeded.class));
    assertThat(internet.time().nanos()).isLessThanOrEqualTo(Duration.ofSeconds(6).toNanos());
    assertThat(sent()).containsExactly("0.0 UDP .13", "5.0 UDP .13");
  }
}
