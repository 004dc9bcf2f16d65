// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.UdpSockets;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stub resolver over real sockets: waiting, leaving and closing. */
@Timeout(120)
class StubLifecycleTest {

  private static final Question WWW = new Question(DomainName.of("www.example.com"), RRType.A);
  private static final String FIRST = "10.0.1.13";
  private static final String SECOND = "10.0.1.14";

  private final LoopbackInternet internet = MockInternet.onLoopback();

  @AfterEach
  void close() {
    internet.close();
  }

  private void serve(String... servers) {
    internet
        .zone("example.com.")
        .at(servers)
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 10.0.1.13\nwww A 192.0.2.80\n");
  }

  private static StubOptions asking(Duration timeout, String... servers) {
    List<UpstreamServer> all = Stream.of(servers).map(UpstreamServer::parse).toList();
    return StubOptions.of(all).withTimeout(timeout);
  }

  /** No wait but that for a reply, and none of those ends before the test does. */
  private Resolver patient(UdpSockets kind) {
    internet.locate(new InetSocketAddress(InetAddresses.forString(FIRST), 53));
    return internet
        .stub()
        .options(asking(StubOptions.MAX_TIMEOUT, FIRST).withAttempts(StubOptions.MAX_ATTEMPTS))
        .udpSockets(kind)
        .build();
  }

  private void awaitQuery() {
    while (internet.queriesTo(FIRST).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void leavesASilentServerForTheNext() throws Exception {
    serve(FIRST, SECOND);
    internet.server(FIRST).silent();
    try (Resolver stub =
        internet.stub().options(asking(Duration.ofMillis(50), FIRST, SECOND)).build()) {
      Answer answer = stub.resolve(WWW);

      assertThat(answer).isInstanceOf(Answer.Found.class);
      assertThat(internet.queriesTo(FIRST)).isNotEmpty();
    }
  }

  @Test
  void leavesAMachineWhereNobodyListensForTheNext() throws Exception {
    serve(SECOND);
    try (Resolver stub =
        internet.stub().options(asking(StubOptions.MAX_TIMEOUT, FIRST, SECOND)).build()) {
      Answer answer = stub.resolve(WWW);

      assertThat(answer).isInstanceOf(Answer.Found.class);
      assertThat(answer.explanation().exchanges().map(Step.Exchange::detail).findFirst())
          .hasValueSatisfying(detail -> assertThat(detail).startsWith("port unreachable"));
    }
  }

  @Test
  void asksOverTcpForWhatWasCut() throws Exception {
    serve(FIRST);
    internet.server(FIRST).truncating();
    try (Resolver stub = internet.stub().options(asking(StubOptions.MAX_TIMEOUT, FIRST)).build()) {
      assertThat(stub.resolve(WWW).explanation().exchanges().map(Step.Exchange::protocol))
          .containsExactly(Protocol.UDP, Protocol.TCP);
    }
  }

  @ParameterizedTest
  @EnumSource(UdpSockets.class)
  @DisplayName("I8: close() ends 1,000 questions of a stub; again, it is a no-op")
  void endsAllThatIsUnderWay(UdpSockets kind) {
    internet.server(FIRST).silent();
    Resolver stub = patient(kind);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      answers.add(stub.resolveAsync("n" + i + ".example.com", RRType.A));
    }
    awaitQuery();
    stub.close();
    stub.close();

    for (CompletableFuture<Answer> each : answers) {
      assertThatThrownBy(() -> each.get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ResolutionException.class);
    }
    assertThatThrownBy(() -> stub.resolve(WWW))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Closed.class));
  }

  @Test
  @DisplayName("I9: of 90 that wait for one question, 89 leave, and the last one is answered")
  void whoLeavesDoesNotHurtTheOthers() throws Exception {
    serve(FIRST);
    internet.server(FIRST).delaying(Duration.ofMillis(300));
    try (Resolver stub = patient(UdpSockets.FRESH)) {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 90; i++) {
        answers.add(stub.resolveAsync(WWW));
      }
      awaitQuery();
      answers.subList(0, 89).forEach(each -> each.cancel(true));

      assertThat(answers.getLast().get(60, TimeUnit.SECONDS)).isInstanceOf(Answer.Found.class);
    }
  }
}
