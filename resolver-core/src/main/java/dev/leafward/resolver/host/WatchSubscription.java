// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants of its watch: how many sets, or to hear no more. Whoever works for it is
 * woken by each change.
 *
 * <p>Reactive Streams section 3: asked for and cancelled by any thread, at any time, any number of
 * times; a demand of less than one is an error to be signalled, not thrown.
 */
final class WatchSubscription implements Flow.Subscription {

  private final ReentrantLock lock = new ReentrantLock();
  private CompletableFuture<Void> change = new CompletableFuture<>();
  private long demand;
  private boolean ended;
  private @Nullable IllegalArgumentException mistake;

  @Override
  public void request(long n) {
    change(() -> {
      if (n > 0) {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      } else if (mistake == null) {
        mistake =
            new IllegalArgumentException("section 3.9: a demand of " + n + " is less than one");
      }
    });
  }

  @Override
  public void cancel() {
    change(() -> ended = true);
  }

  /** Something has happened that is none of the subscriber's doing. */
  void wake() {
    change(() -> {});
  }

  private void change(Runnable how) {
    CompletableFuture<Void> changed;
    lock.lock();
    try {
      how.run();
      changed = change;
    } finally {
      lock.unlock();
    }
    changed.complete(null);
  }

  /** Done at the next change; what happened before is for the caller to read afterwards. */
  CompletableFuture<Void> nextChange() {
    lock.lock();
    try {
      change = new CompletableFuture<>();
      return change;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the subscriber hears no more. */
  boolean isEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** The subscriber's mistake, if it made one. */
  Optional<IllegalArgumentException> mistake() {
    lock.lock();
    try {
      return Optional.ofNullable(mistake);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes one from the demand.
   *
   * @return false if there is none, or the subscriber hears no more
   */
  boolean take() {
    lock.lock();
    try {
      if (ended || demand == 0) {
        return false;
      }
      demand = demand == Long.MAX_VALUE ? demand : demand - 1;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends it from the publisher's side.
   *
   * @return false if it had ended already
   */
  boolean end() {
    lock.lock();
    try {
      boolean wasOpen = !ended;
      ended = true;
      return wasOpen;
    } finally {
      lock.unlock();
    }
  }
}
