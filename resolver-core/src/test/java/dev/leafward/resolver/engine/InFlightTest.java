// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InFlightTest {

  private static final Outcome NO_DATA = new Outcome.NoData(Optional.empty());
  private static final Question WWW = question("www.example.com.");
  private static final Question FTP = question("ftp.example.com.");
  private static final int WAITERS = 100;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final InFlight inFlight = new InFlight(threads, WAITERS, 64);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static Question question(String name) {
    return new Question(DomainName.of(name), RRType.A);
  }

  private static Context caller() {
    return caller(Duration.ofSeconds(20));
  }

  private static Context caller(Duration allowed) {
    Budget budget = Budget.open(ResolverLimits.DEFAULT, new SystemTime(), allowed);
    return Context.of(budget, new Recorder(WWW, ResolutionListener.SILENT));
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  /** Work that says when it has begun, and goes on once it is told to. */
  private static final class HeldWork implements Source {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public Outcome resolve(Question question, Context context) throws UnresolvableException {
      runs.incrementAndGet();
      begun.countDown();
      try {
        released.await();
        return NO_DATA;
      } catch (InterruptedException e) {
        interrupted.countDown();
        Thread.currentThread().interrupt();
        throw new UnresolvableException(new Failure.Interrupted());
      }
    }

    /** Waits until this many callers wait for the question. */
    void awaitPassengers(InFlight inFlight, Question question, int count) {
      while (inFlight.passengers(question) < count) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void manyCallersShareOneFlight() throws Exception {
    HeldWork work = new HeldWork();
    List<Future<Outcome>> callers = new ArrayList<>();
    for (int i = 0; i < WAITERS; i++) {
      callers.add(threads.submit(() -> inFlight.share(WWW, caller(), work)));
    }
    work.awaitPassengers(inFlight, WWW, WAITERS);
    work.released.countDown();

    for (Future<Outcome> each : callers) {
      assertThat(get(each)).isEqualTo(NO_DATA);
    }
    assertThat(work.runs).hasValue(1);
    assertThat(inFlight.passengers(WWW)).isZero();
  }

  @Test
  @DisplayName("A8, row 16: 10,000 concurrent identical questions: 1 outstanding")
  void tenThousandCallersShareOneFlight() throws Exception {
    InFlight wide = new InFlight(threads, 10_000, 64);
    HeldWork work = new HeldWork();
    List<Future<Outcome>> callers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      callers.add(threads.submit(() -> wide.share(WWW, caller(), work)));
    }
    work.awaitPassengers(wide, WWW, 10_000);
    work.released.countDown();

    for (Future<Outcome> each : callers) {
      assertThat(get(each)).isEqualTo(NO_DATA);
    }
    assertThat(work.runs).hasValue(1);
  }

  @Test
  @DisplayName("I9, row 59: of 10,000 waiters 9,999 are cancelled, the last one is answered")
  void theLastOfTenThousandWaitersIsAnswered() throws Exception {
    InFlight wide = new InFlight(threads, 10_000, 64);
    HeldWork work = new HeldWork();
    List<Future<Outcome>> callers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      callers.add(threads.submit(() -> wide.share(WWW, caller(), work)));
    }
    work.awaitPassengers(wide, WWW, 10_000);

    Future<Outcome> last = callers.removeLast();
    callers.forEach(each -> each.cancel(true));
    while (wide.passengers(WWW) > 1) {
      Thread.onSpinWait();
    }
    work.released.countDown();

    assertThat(get(last)).isEqualTo(NO_DATA);
  }

  @Test
  void workForTheCacheGoesOnWithoutCallers() throws Exception {
    HeldWork work = new HeldWork();
    Context impatient = caller();
    assertThat(inFlight.shareUntil(impatient.budget().openedNanos() - 1, WWW, impatient, work))
        .isEmpty();
    Future<Outcome> late = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.awaitPassengers(inFlight, WWW, 1);
    late.cancel(true);
    while (inFlight.passengers(WWW) > 0) {
      Thread.onSpinWait();
    }
    Future<Outcome> later = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.awaitPassengers(inFlight, WWW, 1);
    work.released.countDown();

    assertThat(get(later)).isEqualTo(NO_DATA);
    assertThat(work.runs).hasValue(1);
  }

  @Test
  void noMoreWorkForTheCacheIsBegunThanTheLimit() throws Exception {
    InFlight narrow = new InFlight(threads, WAITERS, 1);
    HeldWork work = new HeldWork();
    narrow.begin(WWW, caller(), work);
    work.begun.await();

    narrow.begin(WWW, caller(), work);
    narrow.begin(FTP, caller(), work);
    Context impatient = caller();
    assertThat(narrow.shareUntil(impatient.budget().openedNanos() - 1, FTP, impatient, work))
        .isEmpty();

    work.released.countDown();
    assertThat(get(threads.submit(() -> narrow.share(WWW, caller(), work)))).isEqualTo(NO_DATA);
    assertThat(narrow.passengers(FTP)).isZero();
  }

  @Test
  @DisplayName("C10, row 17: the 101st waiter is refused at once")
  void refusesOneCallerMoreThanTheLimitAtOnce() throws Exception {
    HeldWork work = new HeldWork();
    for (int i = 0; i < WAITERS; i++) {
      var unused = threads.submit(() -> inFlight.share(WWW, caller(), work));
    }
    work.awaitPassengers(inFlight, WWW, WAITERS);

    assertThatThrownBy(() -> inFlight.share(WWW, caller(), work))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.LimitReached.class));
    work.released.countDown();
  }

  @Test
  void callerWhoLeavesTakesNothingFromTheOthers() throws Exception {
    HeldWork work = new HeldWork();
    Future<Outcome> first = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.begun.await();
    Future<Outcome> second = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.awaitPassengers(inFlight, WWW, 2);

    second.cancel(true);
    while (inFlight.passengers(WWW) > 1) {
      Thread.onSpinWait();
    }
    work.released.countDown();

    assertThat(get(first)).isEqualTo(NO_DATA);
    assertThat(work.interrupted.getCount()).isEqualTo(1);
  }

  @Test
  void openerWhoIsInterruptedLeavesTheWorkToTheOthers() throws Exception {
    HeldWork work = new HeldWork();
    Future<Outcome> first = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.begun.await();
    Future<Outcome> second = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.awaitPassengers(inFlight, WWW, 2);

    first.cancel(true);
    assertThat(work.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    work.released.countDown();

    assertThat(get(second)).isEqualTo(NO_DATA);
    assertThat(work.runs).hasValue(2);
  }

  @Test
  void workEndsWhenTheLastCallerHasLeft() throws Exception {
    HeldWork work = new HeldWork();
    Future<Outcome> only = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.begun.await();

    only.cancel(true);

    assertThat(work.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    while (inFlight.passengers(WWW) > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void callerWaitsNoLongerThanItsDeadline() throws Exception {
    HeldWork work = new HeldWork();
    Future<Outcome> patient = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.begun.await();

    assertThatThrownBy(() -> inFlight.share(WWW, caller(Duration.ofMillis(30)), work))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.DeadlineExceeded.class));
    work.released.countDown();
    assertThat(get(patient)).isEqualTo(NO_DATA);
  }

  @Test
  void whoJoinedHearsHowItWasFound() throws Exception {
    HeldWork work = new HeldWork();
    Future<Outcome> opener = threads.submit(() -> inFlight.share(WWW, caller(), work));
    work.begun.await();
    Recorder recorder = new Recorder(WWW, ResolutionListener.SILENT);
    Budget budget = Budget.open(ResolverLimits.DEFAULT, new SystemTime(), Duration.ofSeconds(20));
    Future<Outcome> joiner =
        threads.submit(() -> inFlight.share(WWW, Context.of(budget, recorder), work));
    work.awaitPassengers(inFlight, WWW, 2);
    work.released.countDown();
    get(opener);
    get(joiner);

    Explanation explanation = recorder.explanation("");
    assertThat(explanation.steps()).singleElement().isInstanceOf(Step.Joined.class);
  }

  @Test
  void whoJoinedTriesAgainWhenTheOpenersBudgetIsSpent() throws Exception {
    CountDownLatch bothThere = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Source work =
        (question, context) -> {
          if (runs.getAndIncrement() > 0) {
            return NO_DATA;
          }
          awaitQuietly(bothThere);
          throw new UnresolvableException(new Failure.LimitReached("queries to servers", 50));
        };
    Future<Outcome> opener = threads.submit(() -> inFlight.share(WWW, caller(), work));
    while (inFlight.passengers(WWW) < 1) {
      Thread.onSpinWait();
    }
    Future<Outcome> joiner = threads.submit(() -> inFlight.share(WWW, caller(), work));
    while (inFlight.passengers(WWW) < 2) {
      Thread.onSpinWait();
    }
    bothThere.countDown();

    assertThatThrownBy(() -> get(opener)).hasCauseInstanceOf(UnresolvableException.class);
    assertThat(get(joiner)).isEqualTo(NO_DATA);
  }

  private static void awaitQuietly(CountDownLatch latch) throws UnresolvableException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnresolvableException(new Failure.Interrupted());
    }
  }

  @Test
  void questionThatNeedsItselfFailsAtOnce() {
    Source needsItself = (question, context) -> inFlight.share(WWW, context, new HeldWork());

    assertThatThrownBy(() -> inFlight.share(WWW, caller(), needsItself))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.DependencyLoop(WWW)));
  }

  /** Two flights that need each other: neither waits for ever, and both come to their end. */
  @Test
  void nobodyWaitsInACircleAcrossFlights() throws Exception {
    CountDownLatch bothUp = new CountDownLatch(2);
    Source plain = (question, context) -> NO_DATA;
    Callable<Outcome> www =
        () ->
            inFlight.share(
                WWW,
                caller(),
                (question, context) -> {
                  bothUp.countDown();
                  awaitQuietly(bothUp);
                  return inFlight.share(FTP, context, plain);
                });
    Callable<Outcome> ftp =
        () ->
            inFlight.share(
                FTP,
                caller(),
                (question, context) -> {
                  bothUp.countDown();
                  awaitQuietly(bothUp);
                  return inFlight.share(WWW, context, plain);
                });
    Future<Outcome> one = threads.submit(www);
    Future<Outcome> other = threads.submit(ftp);

    assertThat(get(one)).isEqualTo(NO_DATA);
    assertThat(get(other)).isEqualTo(NO_DATA);
  }

  @Test
  void everyCallerLearnsOfABreakdown() throws Exception {
    CountDownLatch bothThere = new CountDownLatch(1);
    Source broken =
        (question, context) -> {
          awaitQuietly(bothThere);
          throw new AssertionError("a bug");
        };
    Future<Outcome> one = threads.submit(() -> inFlight.share(WWW, caller(), broken));
    Future<Outcome> other = threads.submit(() -> inFlight.share(WWW, caller(), broken));
    while (inFlight.passengers(WWW) < 2) {
      Thread.onSpinWait();
    }
    bothThere.countDown();

    for (Future<Outcome> each : List.of(one, other)) {
      assertThatThrownBy(() -> get(each))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("a bug");
    }
    assertThat(inFlight.passengers(WWW)).isZero();
  }

  @Test
  void closingEndsEveryWait() throws Exception {
    HeldWork work = new HeldWork();
    List<Future<Outcome>> callers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Question question = question("n" + i + ".example.com.");
      callers.add(threads.submit(() -> inFlight.share(question, caller(), work)));
    }
    for (int i = 0; i < 50; i++) {
      work.awaitPassengers(inFlight, question("n" + i + ".example.com."), 1);
    }

    inFlight.close();

    for (Future<Outcome> each : callers) {
      assertThatThrownBy(() -> get(each))
          .hasCauseInstanceOf(UnresolvableException.class)
          .hasRootCauseMessage(new Failure.Closed().sentence());
    }
    assertThatThrownBy(() -> inFlight.share(WWW, caller(), work))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.Closed()));
  }

  @Test
  void failedStartLeavesTheQuestionFree() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    InFlight fragile =
        new InFlight(
            task -> {
              if (broken.get()) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              task.run();
            },
            WAITERS,
            64);
    Source work = (question, context) -> NO_DATA;

    assertThatThrownBy(() -> fragile.shareUntil(Long.MAX_VALUE, WWW, caller(), work))
        .hasRootCauseMessage("unable to create native thread");
    broken.set(false);

    assertThat(fragile.share(WWW, caller(), work)).isEqualTo(NO_DATA);
  }

  @Test
  void saysThatTheExecutorTakesNoMoreWork() {
    InFlight full =
        new InFlight(
            task -> {
              throw new RejectedExecutionException("full");
            },
            WAITERS,
            64);

    assertThatThrownBy(() -> full.shareUntil(Long.MAX_VALUE, WWW, caller(), new HeldWork()))
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.Overloaded()));
  }

  @Test
  void runsInTheOpenersThread() throws Exception {
    Thread caller = Thread.currentThread();

    Outcome outcome =
        inFlight.share(
            WWW,
            caller(),
            (question, context) -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              return NO_DATA;
            });

    assertThat(outcome).isEqualTo(NO_DATA);
  }
}
