// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting, leaving and closing, over real sockets and in real time. */
@Timeout(60)
class ResolverLifecycleTest {

  private static final Question WWW = new Question(DomainName.of("www.example.com"), RRType.A);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final LoopbackInternet internet = SmallWorld.in(MockInternet.onLoopback());
  private final Resolver resolver = internet.recursive().build();

  @AfterEach
  void close() {
    resolver.close();
    internet.close();
  }

  private void silenceExampleCom() {
    internet.server(SmallWorld.EXAMPLE_COM).silent();
    internet.server(SmallWorld.EXAMPLE_COM_2).silent();
  }

  private void awaitQueryToExampleCom() {
    while (internet.queriesTo(SmallWorld.EXAMPLE_COM).isEmpty()
        && internet.queriesTo(SmallWorld.EXAMPLE_COM_2).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private static Failure failure(Throwable thrown) {
    return ((ResolutionException) thrown).failure();
  }

  @Test
  void resolvesOverRealSockets() throws Exception {
    assertThat(resolver.resolve(WWW)).isInstanceOf(Answer.Found.class);
    assertThat(resolver.resolve("big.example.com", RRType.TXT)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void sharesOneQuestionAmongManyCallers() throws Exception {
    internet.server(SmallWorld.EXAMPLE_COM).delaying(Duration.ofMillis(200));
    internet.server(SmallWorld.EXAMPLE_COM_2).delaying(Duration.ofMillis(200));
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(resolver.resolveAsync(WWW));
    }
    for (CompletableFuture<Answer> each : answers) {
      assertThat(each.get()).isInstanceOf(Answer.Found.class);
    }

    assertThat(internet.queries())
        .filteredOn(query -> query.server().getAddress().getHostAddress().startsWith("192.0.2.5"))
        .hasSize(1);
  }

  @Test
  void answersFromTheCacheWithoutWaiting() throws Exception {
    resolver.resolve(WWW);

    assertThat(resolver.resolveAsync(WWW)).isCompleted();
  }

  @Test
  void failsAtTheCallersDeadline() {
    silenceExampleCom();

    assertThatThrownBy(() -> resolver.resolve(WWW, Duration.ofMillis(1500)))
        .isInstanceOf(ResolutionException.class)
        .satisfies(e -> assertThat(failure(e)).isInstanceOf(Failure.DeadlineExceeded.class))
        .satisfies(e ->
            assertThat(((Failure.DeadlineExceeded) failure(e)).attempts())
                .as("what the servers did until then")
                .isNotEmpty());
  }

  @Test
  void goesOnWhenAListenerFails() throws Exception {
    ResolutionListener broken =
        new ResolutionListener() {
          @Override
          public void step(Step step) {
            throw new IllegalStateException("a listener's own trouble");
          }

          @Override
          public ResolutionListener lookup(Question question) {
            throw new IllegalStateException("a listener's own trouble");
          }
        };

    assertThat(resolver.resolve(WWW, LONG, broken)).isInstanceOf(Answer.Found.class);
  }

  /** Many zones on one name server without glue: they wait for its address, not in its way. */
  @Test
  void manyQuestionsMayWaitForOneNameServer() throws Exception {
    internet
        .server(SmallWorld.ORG)
        .responding((query, occasion) -> {
          Question question = query.questions().getFirst();
          if (!question.name().toString().startsWith("www.n")) {
            return List.of(occasion.honest());
          }
          NS data = new NS(DomainName.of("zero.example.com."));
          ResourceRecord ns = new ResourceRecord(question.name().parent(), RRClass.IN, 300, data);
          Message reply = Message.replyTo(query).add(Section.AUTHORITY, ns).build();
          return List.of(occasion.reply(reply));
        });
    for (String server : List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)) {
      internet.server(server).delaying(Duration.ofMillis(300));
    }
    internet
        .server("192.0.2.81")
        .responding((query, occasion) ->
            List.of(
                occasion.reply(
                    Message.replyTo(query).authoritative().rcode(Rcode.NXDOMAIN).build())));
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(resolver.resolveAsync("www.n" + i + ".org", RRType.A));
    }

    for (CompletableFuture<Answer> each : answers) {
      assertThat(each.get()).isInstanceOf(Answer.NoSuchName.class);
    }
  }

  @Test
  void refusesTypesThatAreNoRecords() {
    assertThatThrownBy(() -> resolver.resolve("example.com", RRType.AXFR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AXFR");
  }

  @Test
  void takesAnyDeadline() throws Exception {
    assertThat(resolver.resolve(WWW, Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void endsTheWaitOfAnInterruptedCallerAndKeepsTheInterrupt() throws Exception {
    silenceExampleCom();
    CompletableFuture<Failure> failure = new CompletableFuture<>();
    Thread caller =
        Thread.startVirtualThread(() -> {
          try {
            resolver.resolve(WWW, LONG);
          } catch (ResolutionException e) {
            failure.complete(
                Thread.currentThread().isInterrupted() ? e.failure() : new Failure.Closed());
          }
        });
    awaitQueryToExampleCom();

    caller.interrupt();

    assertThat(failure.get(5, TimeUnit.SECONDS)).isEqualTo(new Failure.Interrupted());
  }

  @Test
  void cancelledFutureLeavesTheOthersTheirAnswer() throws Exception {
    internet.server(SmallWorld.EXAMPLE_COM).delaying(Duration.ofMillis(400));
    internet.server(SmallWorld.EXAMPLE_COM_2).delaying(Duration.ofMillis(400));
    CompletableFuture<Answer> first = resolver.resolveAsync(WWW);
    CompletableFuture<Answer> second = resolver.resolveAsync(WWW);
    awaitQueryToExampleCom();

    first.cancel(true);

    assertThat(second.get()).isInstanceOf(Answer.Found.class);
    assertThat(first).isCancelled();
  }

  @Test
  void closingEndsEverythingUnderWay() throws Exception {
    silenceExampleCom();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> blocked = new ArrayList<>();
      List<CompletableFuture<Answer>> async = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        DomainName name = DomainName.of("n" + i + ".example.com");
        Question question = new Question(name, RRType.A);
        blocked.add(threads.submit(() -> resolver.resolve(question, LONG)));
        async.add(resolver.resolveAsync(question, LONG));
      }
      awaitQueryToExampleCom();

      resolver.close();

      for (Future<Answer> each : blocked) {
        assertThatThrownBy(() -> each.get(5, TimeUnit.SECONDS))
            .hasCauseInstanceOf(ResolutionException.class);
      }
      for (CompletableFuture<Answer> each : async) {
        assertThatThrownBy(() -> each.get(5, TimeUnit.SECONDS))
            .hasCauseInstanceOf(ResolutionException.class);
      }
    }
  }

  @Test
  void refusesQuestionsOnceClosed() {
    resolver.close();
    resolver.close();

    assertThatThrownBy(() -> resolver.resolve(WWW))
        .isInstanceOf(ResolutionException.class)
        .satisfies(e -> assertThat(failure(e)).isEqualTo(new Failure.Closed()));
    assertThat(resolver.resolveAsync(WWW)).isCompletedExceptionally();
  }
}
