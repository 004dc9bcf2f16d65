// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.config.TtlRange;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.message.Question;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short while which questions could not be answered (RFC 9520 section 3.2).
 *
 * <p>A failure that follows another is remembered for twice as long, up to a bound; a success, or
 * as long a time of silence as the bound, ends the series. Of too many failures the oldest are
 * forgotten. All methods may be called from several threads; while there is no failure none takes a
 * lock.
 *
 * <p>It does not judge which failures are worth it.
 */
public final class FailureCache {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final TtlRange range;
  private final int most;
  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Question, Entry> entries = new LinkedHashMap<>();
  private volatile boolean isEmpty = true;

  /** One failure, and for how long it is remembered. */
  private record Entry(Failure failure, long ttlSeconds, long expiresNanos) {}

  /**
   * A failure that is remembered.
   *
   * @param failure why the question could not be answered
   * @param secondsLeft for how long it will not be tried again
   */
  public record Remembered(Failure failure, long secondsLeft) {}

  /**
   * Makes an empty cache.
   *
   * @param range for how long a first failure is remembered, and any one at most
   * @param most how many are remembered
   */
  public FailureCache(TtlRange range, int most, Time time) {
    this.range = range;
    this.most = most;
    this.time = time;
  }

  /** The failure of a question, while it is remembered. */
  public Optional<Remembered> find(Question question) {
    if (isEmpty) {
      return Optional.empty();
    }
    long now = time.nanos();
    lock.lock();
    try {
      Entry entry = entries.get(question);
      return entry == null || entry.expiresNanos - now <= 0
          ? Optional.empty()
          : Optional.of(
              new Remembered(entry.failure, PackedEntry.secondsUntil(entry.expiresNanos, now)));
    } finally {
      lock.unlock();
    }
  }

  /** Remembers a failure, unless one of that question is remembered already. */
  public void remember(Question question, Failure failure) {
    long now = time.nanos();
    lock.lock();
    try {
      Entry last = entries.get(question);
      if (last != null && last.expiresNanos - now > 0) {
        return;
      }
      entries.remove(question);
      makeRoom(now);
      long ttl = next(last, now);
      entries.put(question, new Entry(failure, ttl, now + ttl * NANOS_PER_SECOND));
      isEmpty = false;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets series that are over, and the oldest failure if there are too many. */
  private void makeRoom(long now) {
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (oldestFirst.hasNext()) {
      if (goesOn(oldestFirst.next(), now) && entries.size() < most) {
        return;
      }
      oldestFirst.remove();
    }
  }

  private boolean goesOn(Entry last, long now) {
    return now - last.expiresNanos < range.mostSeconds() * NANOS_PER_SECOND;
  }

  private long next(@Nullable Entry last, long now) {
    return last != null && goesOn(last, now)
        ? range.clamp(2 * last.ttlSeconds)
        : range.leastSeconds();
  }

  /** Forgets the failures of a question: it was answered. */
  public void forget(Question question) {
    if (isEmpty) {
      return;
    }
    lock.lock();
    try {
      entries.remove(question);
      isEmpty = entries.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the next failure of a question count as a first one, if none is remembered by now. */
  public void endSeries(Question question) {
    if (isEmpty) {
      return;
    }
    long now = time.nanos();
    lock.lock();
    try {
      entries.computeIfPresent(question, (key, last) -> last.expiresNanos - now > 0 ? last : null);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets the failures of some questions.
   *
   * @return how many
   */
  public int forgetIf(Predicate<Question> fits) {
    lock.lock();
    try {
      int before = entries.size();
      entries.keySet().removeIf(fits);
      isEmpty = entries.isEmpty();
      return before - entries.size();
    } finally {
      lock.unlock();
    }
  }
}
