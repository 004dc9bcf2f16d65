// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.wire.message.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a question is under way at most once, however many wait for its answer.
 *
 * <p>The work on a question, a flight, is done by the caller who opened it and out of its budget;
 * the others wait, each until its own deadline. Should the opener's budget run out, or the opener
 * be interrupted, the others try again with their own, from where the cache has got to. What an
 * opener may leave behind, or nobody waits for, the executor works on: when the last caller has
 * left, that work is interrupted, unless it goes on for the cache.
 *
 * <p>Nobody waits in a circle: a question that waits for itself fails at once, and a wait that
 * would close a circle across flights is refused and the question resolved alone.
 */
final class InFlight {

  private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

  private final Executor executor;
  private final int mostCallers;
  private final int mostForCache;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Wanted, Flight> flights = new HashMap<>();
  private int forCache;
  private boolean closed;

  /**
   * A table of flights.
   *
   * @param executor runs the work that goes on without callers
   * @param mostCallers how many callers may wait for one question. Flights that wait for another
   *     are not counted: they are bounded by their own callers
   * @param mostForCache how many flights may go on though nobody waits for them
   */
  InFlight(Executor executor, int mostCallers, int mostForCache) {
    this.executor = executor;
    this.mostCallers = mostCallers;
    this.mostForCache = mostForCache;
  }

  /**
   * A question, and how far its records have to be believed: glue is no answer to a caller. Ordered
   * for the sake of questions whose hashes collide, see {@link Question}.
   */
  private record Wanted(Question question, Trust least) implements Comparable<Wanted> {

    @Override
    public int compareTo(Wanted other) {
      int byQuestion = question.compareTo(other.question);
      return byQuestion != 0 ? byQuestion : least.compareTo(other.least);
    }
  }

  /** One question under way. Its mutable state is guarded by the lock of the table. */
  static final class Flight {
    private final Wanted wanted;
    private final Question question;
    private final CompletableFuture<Landing> landing = new CompletableFuture<>();
    private int passengers;

    /** Those of the passengers that are callers of the resolver, not flights themselves. */
    private int callers;

    /** Goes on though nobody waits for it. */
    private boolean forCache;

    private boolean cancelled;
    private @Nullable Thread worker;

    /** The flight whose landing this one's work waits for. */
    private @Nullable Flight awaited;

    private Flight(Wanted wanted) {
      this.wanted = wanted;
      this.question = wanted.question();
    }

    Question question() {
      return question;
    }
  }

  /** How a flight ended: one of outcome and failure is there. */
  private record Landing(
      @Nullable Outcome outcome, @Nullable UnresolvableException failed, Explanation explanation) {

    /** Whether all on board share the failure, for it is none of the opener's own. */
    boolean failedForAll() {
      return failed != null && (failed.isOfTheMoment() || !concernsOpenerOnly(failed.failure()));
    }
  }

  /** A place on a flight. */
  private record Ticket(Flight flight, boolean opens) {}

  /**
   * The outcome of a question, found by this caller's work or shared with another's.
   *
   * @throws UnresolvableException if it cannot be found out, the caller's time is up, or the caller
   *     is interrupted
   */
  Outcome share(Question question, Context context, Source work) throws UnresolvableException {
    return share(question, context, Patience.ALL, work)
        .orElseThrow(() ->
            new UnresolvableException(
                new Failure.DeadlineExceeded(
                    context.budget().allowed(), context.recorder().vainAttempts())));
  }

  /**
   * The outcome of a question if it is there before an instant, or before the caller's time is up.
   * Otherwise the work goes on without the caller.
   *
   * @param untilNanos the instant, on the scale of the clock
   * @throws UnresolvableException if it cannot be found out, or the caller is interrupted
   */
  Optional<Outcome> shareUntil(long untilNanos, Question question, Context context, Source work)
      throws UnresolvableException {
    return share(question, context, new Patience(untilNanos), work);
  }

  /**
   * Begins work on a question for the cache, unless it is under way or too much is.
   *
   * @param context what it may cost
   */
  void begin(Question question, Context context, Source work) {
    Flight flight = new Flight(new Wanted(question, context.least()));
    lock.lock();
    try {
      if (closed || flights.containsKey(flight.wanted) || forCache >= mostForCache) {
        return;
      }
      keep(flight);
      flights.put(flight.wanted, flight);
    } finally {
      lock.unlock();
    }
    depart(flight, context, work);
  }

  /** How long a caller waits: until an instant, after which the work goes on; or all its time. */
  private record Patience(@Nullable Long untilNanos) {
    static final Patience ALL = new Patience(null);

    boolean leavesWorkBehind() {
      return untilNanos != null;
    }
  }

  private Optional<Outcome> share(
      Question question, Context context, Patience patience, Source work)
      throws UnresolvableException {
    if (context.pursues(question)) {
      throw new UnresolvableException(new Failure.DependencyLoop(question));
    }
    while (true) {
      Ticket ticket = board(question, context);
      if (ticket == null) {
        return Optional.of(work.resolve(question, context.alone(question)));
      }
      if (ticket.opens() && patience.leavesWorkBehind()) {
        depart(ticket.flight(), context, work);
      } else if (ticket.opens()) {
        fly(ticket.flight(), context, work);
      }
      Landing landing = await(ticket.flight(), context, patience);
      if (landing == null) {
        return Optional.empty();
      }
      if (!ticket.opens()) {
        context.recorder().step(new Step.Joined(question, landing.explanation()));
      }
      if (landing.outcome() != null) {
        return Optional.of(landing.outcome());
      }
      UnresolvableException failed = landing.failed();
      if (failed != null && (ticket.opens() || landing.failedForAll())) {
        throw failed;
      }
      context.budget().checkTime();
    }
  }

  /**
   * True of failures that another caller, with a budget and dependants of its own, may not have.
   */
  static boolean concernsOpenerOnly(Failure failure) {
    return switch (failure) {
      case Failure.LimitReached limit -> true;
      case Failure.DeadlineExceeded deadline -> true;
      case Failure.DependencyLoop loop -> true;
      case Failure.Interrupted interrupted -> true;
      case Failure.Overloaded overloaded -> true;
      case Failure.NoUsableServer none -> false;
      case Failure.AliasLoop loop -> false;
      case Failure.NameTooLong name -> false;
      case Failure.Refused refused -> false;
      case Failure.Dropped dropped -> false;
      case Failure.Closed closed -> false;
    };
  }

  /** Takes a place on the question's flight; null if waiting for it would close a circle. */
  private @Nullable Ticket board(Question question, Context context) throws UnresolvableException {
    lock.lock();
    try {
      if (closed) {
        throw new UnresolvableException(new Failure.Closed());
      }
      Wanted wanted = new Wanted(question, context.least());
      Flight flight = flights.get(wanted);
      boolean opens = flight == null;
      if (flight == null) {
        flight = new Flight(wanted);
        flights.put(wanted, flight);
      } else if (waitsFor(flight, context.flight())) {
        return null;
      } else if (context.flight() == null && flight.callers >= mostCallers) {
        throw UnresolvableException.ofTheMoment(
            new Failure.LimitReached("callers that wait for one question", mostCallers));
      }
      flight.passengers++;
      flight.callers += context.flight() == null ? 1 : 0;
      if (context.flight() != null) {
        context.flight().awaited = flight;
      }
      return new Ticket(flight, opens);
    } finally {
      lock.unlock();
    }
  }

  private static boolean waitsFor(Flight flight, @Nullable Flight mine) {
    for (Flight f = flight; f != null; f = f.awaited) {
      if (f == mine) {
        return true;
      }
    }
    return false;
  }

  private void depart(Flight flight, Context context, Source work) {
    try {
      executor.execute(() -> fly(flight, context, work));
    } catch (RejectedExecutionException e) {
      Failure failure = isClosed() ? new Failure.Closed() : new Failure.Overloaded();
      Explanation nothing = new Explanation(flight.question, List.of(), failure.sentence());
      land(flight, new Landing(null, new UnresolvableException(failure), nothing));
    } catch (RuntimeException | Error e) {
      // No thread, no memory: the next caller must be able to begin anew.
      breakDown(flight, e);
    }
  }

  private void fly(Flight flight, Context context, Source work) {
    Recorder recorder = new Recorder(flight.question, context.recorder());
    try {
      land(flight, work(flight, context.in(flight, recorder), recorder, work));
    } catch (RuntimeException | Error e) {
      breakDown(flight, e);
    }
  }

  private Landing work(Flight flight, Context context, Recorder recorder, Source work) {
    try {
      if (!begins(flight)) {
        throw new UnresolvableException(new Failure.Interrupted());
      }
      Outcome outcome = work.resolve(flight.question, context);
      return new Landing(outcome, null, recorder.explanation(Words.of(outcome)));
    } catch (UnresolvableException e) {
      return new Landing(null, e, recorder.explanation(e.failure().sentence()));
    }
  }

  private boolean begins(Flight flight) {
    lock.lock();
    try {
      flight.worker = Thread.currentThread();
      return !flight.cancelled;
    } finally {
      lock.unlock();
    }
  }

  /** Whatever goes wrong in the work, those who wait must learn of it. */
  private void breakDown(Flight flight, Throwable cause) {
    if (isForCacheAlone(flight)) {
      LOG.warn("looking up {} for the cache broke down", flight.question, cause);
    }
    flight.landing.completeExceptionally(cause);
    land(flight, null);
  }

  private boolean isForCacheAlone(Flight flight) {
    lock.lock();
    try {
      return flight.forCache && flight.passengers == 0;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void land(Flight flight, @Nullable Landing landing) {
    lock.lock();
    try {
      flights.remove(flight.wanted, flight);
      flight.worker = null;
      if (flight.forCache) {
        flight.forCache = false;
        forCache--;
      }
      if (flight.cancelled) {
        // The interruption was for this flight's work, and must not outlive it on a pooled thread.
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
    if (landing != null) {
      flight.landing.complete(landing);
    }
  }

  /** The landing; null if it is not there in time. */
  private @Nullable Landing await(Flight flight, Context context, Patience patience)
      throws UnresolvableException {
    boolean outOfPatience = false;
    try {
      Long until = patience.untilNanos();
      boolean landed =
          until == null
              ? context.budget().await(flight.landing)
              : context.budget().awaitUntil(flight.landing, until);
      outOfPatience = !landed && patience.leavesWorkBehind();
      return landed ? flight.landing.join() : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnresolvableException(new Failure.Interrupted());
    } catch (CompletionException e) {
      throw new IllegalStateException("resolving " + flight.question + " broke down", e.getCause());
    } finally {
      leave(flight, context, outOfPatience);
    }
  }

  private void leave(Flight flight, Context context, boolean leavesWorkBehind) {
    lock.lock();
    try {
      flight.passengers--;
      flight.callers -= context.flight() == null ? 1 : 0;
      if (context.flight() != null) {
        context.flight().awaited = null;
      }
      if (flight.landing.isDone()) {
        return;
      }
      if (leavesWorkBehind && forCache < mostForCache) {
        keep(flight);
      }
      if (flight.passengers == 0 && !flight.forCache) {
        flights.remove(flight.wanted, flight);
        cancel(flight);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets a flight go on though nobody waits for it. */
  private void keep(Flight flight) {
    if (!flight.forCache) {
      flight.forCache = true;
      forCache++;
    }
  }

  private static void cancel(Flight flight) {
    flight.cancelled = true;
    if (flight.worker != null) {
      flight.worker.interrupt();
    }
  }

  /** How many callers wait for a question. */
  int passengers(Question question) {
    lock.lock();
    try {
      Flight flight = flights.get(new Wanted(question, Trust.ANSWER));
      return flight == null ? 0 : flight.passengers;
    } finally {
      lock.unlock();
    }
  }

  /** Ends every flight: those who wait learn that the resolver is closed. */
  void close() {
    lock.lock();
    try {
      closed = true;
      for (Flight flight : flights.values()) {
        Explanation cut = new Explanation(flight.question, List.of(), "the resolver was closed");
        // Before the work is interrupted: it must not be first to say how it ended.
        UnresolvableException failed = new UnresolvableException(new Failure.Closed());
        flight.landing.complete(new Landing(null, failed, cut));
        cancel(flight);
      }
      flights.clear();
    } finally {
      lock.unlock();
    }
  }
}
