// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers, one question. */
class SharedQuestionTest {

  private static final Question WWW = new Question(DomainName.of("www.example.com."), RRType.A);
  private static final Duration STANDARD = Duration.ofSeconds(7);

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
  private final List<Ended> ended = new ArrayList<>();

  /** How one caller's question ended, and when. */
  private record Ended(Answer answer, Throwable failure, Duration took) {

    boolean isRefused() {
      return failure instanceof ResolutionException e
          && e.failure() instanceof Failure.LimitReached limit
          && limit.limit().startsWith("callers");
    }
  }

  private Resolver resolver() {
    return internet.recursive().executor(internet.threads()).build();
  }

  private void ask(Resolver resolver, Duration allowed) {
    internet
        .threads()
        .execute(() -> {
          long begun = internet.time().nanos();
          Answer answer = null;
          Throwable failure = null;
          try {
            answer = resolver.resolve(WWW, allowed);
          } catch (ResolutionException | RuntimeException | Error e) {
            failure = e;
          }
          Duration took = Duration.ofNanos(internet.time().nanos() - begun);
          ended.add(new Ended(answer, failure, took));
        });
  }

  private void silenceExampleCom() {
    internet.server(SmallWorld.EXAMPLE_COM).silent();
    internet.server(SmallWorld.EXAMPLE_COM_2).silent();
  }

  @Test
  @DisplayName("C10, row 17: 100 wait, all others are refused at once; nobody is answered late")
  void noMoreThanAHundredWait() {
    Resolver resolver = resolver();
    silenceExampleCom();
    IntStream.range(0, 1_000).forEach(i -> ask(resolver, Duration.ofMillis(1 + i * 7)));

    internet.threads().runUntilQuiet();
    assertThat(ended).hasSize(900).allMatch(Ended::isRefused);
    assertThat(ended).allMatch(each -> each.took().isZero());

    internet.threads().run();
    assertThat(ended).hasSize(1_000).allMatch(each -> each.answer() == null);
    assertThat(ended).allMatch(each -> each.took().compareTo(STANDARD.plusMillis(1)) <= 0);
  }

  @Test
  @DisplayName("C10: an answer that comes after a caller's deadline is not delivered to it")
  void noAnswerIsDeliveredLate() {
    Resolver resolver = resolver();
    internet.server(SmallWorld.EXAMPLE_COM).delaying(Duration.ofMillis(400));
    internet.server(SmallWorld.EXAMPLE_COM_2).delaying(Duration.ofMillis(400));
    IntStream.range(0, 100).forEach(i -> ask(resolver, Duration.ofMillis(50 + i * 20)));

    internet.threads().run();

    assertThat(ended).hasSize(100);
    for (Ended each : ended) {
      assertThat(each.took()).isLessThanOrEqualTo(Duration.ofMillis(50 + 99 * 20));
    }
    assertThat(ended).anyMatch(each -> each.answer() != null);
    assertThat(ended)
        .filteredOn(each -> each.answer() == null)
        .isNotEmpty()
        .allMatch(each ->
            ((ResolutionException) each.failure()).failure() instanceof Failure.DeadlineExceeded);
  }

  @Test
  @DisplayName("C19: 1,000 duplicates make a slow question no younger, and cost nothing more")
  void duplicatesDoNotKeepAQuestionYoung() {
    Resolver resolver = resolver();
    silenceExampleCom();
    for (int i = 0; i < 1_000; i++) {
      ask(resolver, STANDARD);
      internet.threads().advanceTo(internet.time().nanos() + Duration.ofMillis(10).toNanos());
    }
    internet.threads().run();

    assertThat(ended).hasSize(1_000);
    List<SimulatedExchange> sent = internet.log();
    assertThat(sent).hasSizeLessThanOrEqualTo(50);
    assertThat(sent.getLast().sentNanos()).isLessThanOrEqualTo(STANDARD.toNanos());
  }

  /** Where an error is thrown, once, on the way of a query. */
  private static Transport breaking(Transport real, int at, AtomicInteger calls) {
    return new Transport() {
      @Override
      public Protocol protocol() {
        return real.protocol();
      }

      @Override
      public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
        trip(at, calls);
        return breaking(real.open(server, deadlineNanos), at, calls);
      }
    };
  }

  private static Conversation breaking(Conversation real, int at, AtomicInteger calls) {
    return new Conversation() {
      @Override
      public void send(byte[] message) throws IOException {
        trip(at, calls);
        real.send(message);
      }

      @Override
      public byte[] receive(long deadlineNanos) throws IOException {
        trip(at, calls);
        return real.receive(deadlineNanos);
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  private static void trip(int at, AtomicInteger calls) {
    if (calls.getAndIncrement() == at) {
      throw new StackOverflowError("injected");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  @DisplayName("I6: an error from any point: all waiters complete, and the next question works")
  void everyWaiterLearnsOfAnError(int at) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Resolver resolver =
        internet
            .recursive()
            .udp(breaking(internet.udp(), at, calls))
            .executor(internet.threads())
            .build();
    IntStream.range(0, 50).forEach(i -> ask(resolver, STANDARD));
    internet.threads().run();

    assertThat(ended).hasSize(50);
    assertThat(internet.threads().isIdle()).isTrue();

    ended.clear();
    ask(resolver, STANDARD);
    internet.threads().run();
    assertThat(ended).singleElement().matches(each -> each.answer() != null);
  }
}
