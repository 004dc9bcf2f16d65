// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.budget;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one question of a caller may still cost: sends, octets received, depth and time.
 *
 * <p>Invariants: a child shares its parent's counters and deadline; nothing is ever given back; and
 * there is no way to a server but through {@link #spendSend()}, which is closed for good once one
 * bound is passed, whichever lookup it was that passed it. So each thread that works for a question
 * receives at most one message beyond what it may. Safe for use by several threads, as the lookups
 * that one question needs may run on several.
 */
public final class Budget {

  /** What the way back to the caller may take, at most. */
  private static final long REPORTING_NANOS = Duration.ofMillis(20).toNanos();

  /** Longer than anybody waits, and safe to add to any reading of a clock. */
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final ResolverLimits limits;
  private final Time time;
  private final long deadlineNanos;
  private final long workDeadlineNanos;
  private final Duration allowed;
  private final int depth;
  private final AtomicInteger sends;
  private final AtomicInteger receivedOctets;
  private final AtomicInteger nameServerLookups;
  private final AtomicInteger unknownNameServers;

  private Budget(ResolverLimits limits, Time time, Duration allowed) {
    this.limits = limits;
    this.time = time;
    this.allowed = allowed;
    long nanos = saturated(allowed);
    this.deadlineNanos = time.nanos() + nanos;
    this.workDeadlineNanos = deadlineNanos - Math.min(REPORTING_NANOS, nanos / 10);
    this.depth = 0;
    this.sends = new AtomicInteger();
    this.receivedOctets = new AtomicInteger();
    this.nameServerLookups = new AtomicInteger();
    this.unknownNameServers = new AtomicInteger();
  }

  private Budget(Budget parent) {
    this.limits = parent.limits;
    this.time = parent.time;
    this.allowed = parent.allowed;
    this.deadlineNanos = parent.deadlineNanos;
    this.workDeadlineNanos = parent.workDeadlineNanos;
    this.depth = parent.depth + 1;
    this.sends = parent.sends;
    this.receivedOctets = parent.receivedOctets;
    this.nameServerLookups = parent.nameServerLookups;
    this.unknownNameServers = parent.unknownNameServers;
  }

  /** A fresh budget for one question of a caller, whose time begins now. */
  public static Budget open(ResolverLimits limits, Time time, Duration allowed) {
    return new Budget(limits, time, allowed);
  }

  /**
   * The budget of a lookup that this one depends on.
   *
   * @throws UnresolvableException if lookups depend on each other too deeply
   */
  public Budget child() throws UnresolvableException {
    if (depth >= limits.dependencyDepth()) {
      throw over("lookups that depend on each other", limits.dependencyDepth());
    }
    return new Budget(this);
  }

  /**
   * Pays for one packet or one TCP query; to be called before each.
   *
   * @throws UnresolvableException if none is left, too much was received already, or the time is up
   */
  public void spendSend() throws UnresolvableException {
    checkTime();
    // A lookup that fails for this is only one way for the question that needs it: others follow.
    checkReceived(receivedOctets.get());
    if (sends.incrementAndGet() > limits.sends()) {
      throw over("queries to servers", limits.sends());
    }
  }

  /**
   * Pays for a message that was received.
   *
   * @throws UnresolvableException if more was received than may be
   */
  public void spendReceived(int octets) throws UnresolvableException {
    checkReceived(receivedOctets.addAndGet(octets));
  }

  private void checkReceived(int octets) throws UnresolvableException {
    if (octets > limits.receivedOctets()) {
      throw over("octets received", limits.receivedOctets());
    }
  }

  /**
   * Pays for looking up the addresses of one name server.
   *
   * @throws UnresolvableException if too many were looked up already, or too many of them did not
   *     exist
   */
  public void spendNameServerLookup() throws UnresolvableException {
    if (unknownNameServers.get() >= limits.failedNameServerLookups()) {
      throw over("name servers that do not exist", limits.failedNameServerLookups());
    }
    if (nameServerLookups.incrementAndGet() > limits.nameServerLookups()) {
      throw over("name servers looked up", limits.nameServerLookups());
    }
  }

  /** Notes that the name of a name server that was looked up does not exist. */
  public void noteUnknownNameServer() {
    unknownNameServers.incrementAndGet();
  }

  /**
   * Checks the deadline.
   *
   * @throws UnresolvableException if the time is up
   */
  public void checkTime() throws UnresolvableException {
    checkTime(List.of());
  }

  /**
   * Checks the deadline.
   *
   * @param attempts what servers have done in vain so far, to be told if the time is up
   * @throws UnresolvableException if the time is up
   */
  public void checkTime(List<Failure.Attempt> attempts) throws UnresolvableException {
    if (isExpired()) {
      throw new UnresolvableException(new Failure.DeadlineExceeded(allowed, attempts));
    }
  }

  /** True once the time for work is up. */
  public boolean isExpired() {
    return workDeadlineNanos - time.nanos() <= 0;
  }

  /** True if nothing was sent and no name server looked up yet. */
  public boolean isUntouched() {
    return sends.get() == 0 && nameServerLookups.get() == 0;
  }

  /** When it was opened, on the scale of {@link Time#nanos()}. */
  public long openedNanos() {
    return deadlineNanos - saturated(allowed);
  }

  /**
   * Waits for an event until an instant, or until the time for work is up if that comes first.
   *
   * @return whether the event is done
   * @throws InterruptedException if the thread is interrupted first
   */
  public boolean awaitUntil(CompletableFuture<?> event, long instantNanos)
      throws InterruptedException {
    boolean sooner = instantNanos - workDeadlineNanos < 0;
    return time.await(event, sooner ? instantNanos : workDeadlineNanos);
  }

  /**
   * Waits for an event until the caller's time is up.
   *
   * @return whether the event is done
   * @throws InterruptedException if the thread is interrupted first
   */
  public boolean await(CompletableFuture<?> event) throws InterruptedException {
    return time.await(event, deadlineNanos);
  }

  /**
   * The instant on the scale of {@link Time#nanos()} at which work ends: a little before the
   * caller's deadline, so that it still hears how far the work got.
   */
  public long workDeadlineNanos() {
    return workDeadlineNanos;
  }

  /** The time that was allowed in all. */
  public Duration allowed() {
    return allowed;
  }

  private static long saturated(Duration allowed) {
    return (allowed.compareTo(FOR_EVER) < 0 ? allowed : FOR_EVER).toNanos();
  }

  private static UnresolvableException over(String limit, long value) {
    return new UnresolvableException(new Failure.LimitReached(limit, value));
  }
}
