// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.UdpSockets;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of a resolver with thousands of questions under way, over real sockets. */
@Timeout(180)
class ClosingTest {

  private static final int QUESTIONS = 10_000;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** Nobody waits in line, and no wait for a reply ends before the test does. */
  private static final ResolverLimits PATIENT =
      ResolverLimits.DEFAULT.toBuilder()
          .udpTimeout(Duration.ofSeconds(100))
          .questionsPerZone(QUESTIONS)
          .build();

  @ParameterizedTest
  @EnumSource(UdpSockets.class)
  @DisplayName("I8: close() ends 10,000 questions, their sockets and threads; again, it is a no-op")
  void endsAllThatIsUnderWay(UdpSockets kind) throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(DESCRIPTORS), "no " + DESCRIPTORS + " here");
    try (LoopbackInternet internet = SmallWorld.in(MockInternet.onLoopback())) {
      Resolver resolver = internet.recursive().limits(PATIENT).udpSockets(kind).build();
      resolver.resolve("www.example.com", RRType.A);
      // Both servers' own sockets are open from here on.
      internet.locate(new InetSocketAddress(InetAddresses.forString(SmallWorld.EXAMPLE_COM), 53));
      internet.locate(new InetSocketAddress(InetAddresses.forString(SmallWorld.EXAMPLE_COM_2), 53));
      internet.server(SmallWorld.EXAMPLE_COM).silent();
      internet.server(SmallWorld.EXAMPLE_COM_2).silent();
      long sockets = sockets();

      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = new Question(DomainName.of("n" + i + ".example.com"), RRType.A);
        answers.add(resolver.resolveAsync(question, Duration.ofSeconds(170)));
      }
      awaitMoreSockets(sockets + 500);
      assertThat(answers).anyMatch(each -> !each.isDone());
      resolver.close();
      resolver.close();
      for (CompletableFuture<Answer> each : answers) {
        assertThatThrownBy(() -> each.get(100, TimeUnit.SECONDS))
            .hasCauseInstanceOf(ResolutionException.class);
      }
      awaitSockets(sockets);
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("leafward-udp"));
      assertThatThrownBy(() -> resolver.resolve("www.example.com", RRType.A))
          .isInstanceOfSatisfying(
              ResolutionException.class,
              e -> assertThat(e.failure()).isInstanceOf(Failure.Closed.class));
    }
  }

  @Test
  @DisplayName("I8: close() ends the wait of callers' own threads, in line or for a reply")
  void endsTheWaitOfCallers() throws Exception {
    try (LoopbackInternet internet = SmallWorld.in(MockInternet.onLoopback())) {
      Resolver resolver =
          internet.recursive().limits(PATIENT.toBuilder().questionsPerZone(1).build()).build();
      resolver.resolve("www.example.com", RRType.A);
      internet.server(SmallWorld.EXAMPLE_COM).silent();
      internet.server(SmallWorld.EXAMPLE_COM_2).silent();
      List<FutureTask<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Question question = new Question(DomainName.of("n" + i + ".example.com"), RRType.A);
        FutureTask<Answer> answer =
            new FutureTask<>(() -> resolver.resolve(question, Duration.ofSeconds(170)));
        answers.add(answer);
        awaitWait(Thread.ofVirtual().start(answer));
      }
      resolver.close();
      for (FutureTask<Answer> each : answers) {
        assertThatThrownBy(() -> each.get(100, TimeUnit.SECONDS))
            .cause()
            .isInstanceOfSatisfying(
                ResolutionException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Closed.class));
      }
    }
  }

  private static void awaitWait(Thread caller) {
    while (caller.getState() != Thread.State.TIMED_WAITING
        && caller.getState() != Thread.State.WAITING) {
      assertThat(caller.getState()).isNotEqualTo(Thread.State.TERMINATED);
    }
  }

  private static void awaitMoreSockets(long atLeast) throws IOException {
    while (sockets() < atLeast) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  private static void awaitSockets(long atMost) throws IOException {
    while (sockets() > atMost) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  private static long sockets() throws IOException {
    try (Stream<Path> all = Files.list(DESCRIPTORS)) {
      return all.filter(ClosingTest::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // closed since it was listed
    }
  }
}
