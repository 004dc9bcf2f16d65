// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The work for one subscription: looks the host up, delivers what has changed, waits, and again.
 *
 * <p>All signals but {@code onSubscribe} come from here, and so one after the other. Lookups run
 * beside, so that demand, mistakes and cancelling are heard at any time.
 */
final class WatchLoop implements Runnable {

  private static final long LONG_NANOS = Duration.ofHours(1).toNanos();

  private final HostResolver hosts;
  private final String host;
  private final AddressFamilies families;
  private final WatchPace pace;
  private final WatchSubscription subscription;
  private final Flow.Subscriber<? super AddressSet> subscriber;
  private final Time time;

  private @Nullable CompletableFuture<HostAnswer> lookup;
  private long nextLookupNanos;
  private int failures;
  private @Nullable AddressSet latest;
  private @Nullable AddressSet delivered;

  WatchLoop(
      HostResolver hosts,
      String host,
      AddressFamilies families,
      WatchPace pace,
      WatchSubscription subscription,
      Flow.Subscriber<? super AddressSet> subscriber) {
    this.hosts = hosts;
    this.host = host;
    this.families = families;
    this.pace = pace;
    this.subscription = subscription;
    this.subscriber = subscriber;
    this.time = hosts.time();
    this.nextLookupNanos = time.nanos();
  }

  @Override
  public void run() {
    try {
      while (true) {
        // First of all, so that no change after what is read below goes unheard.
        CompletableFuture<Void> change = subscription.nextChange();
        if (subscription.isEnded()) {
          return;
        }
        Optional<? extends Throwable> end = subscription.mistake();
        if (end.isEmpty()) {
          end = lookUp();
        }
        if (end.isPresent()) {
          fail(end.get());
        } else if (!deliver()) {
          await(change);
        }
      }
    } catch (InterruptedException e) {
      fail(e);
      Thread.currentThread().interrupt();
    } finally {
      // Also where the subscriber throws, which it must not: nobody would listen any more.
      subscription.cancel();
      endLookup();
    }
  }

  /**
   * Takes what a lookup came to, and begins one if it is time. Returns why there is no going on.
   */
  private Optional<Throwable> lookUp() throws InterruptedException {
    CompletableFuture<HostAnswer> current = lookup;
    if (current != null && current.isDone()) {
      lookup = null;
      return take(current);
    }
    if (current == null && time.nanos() - nextLookupNanos >= 0) {
      CompletableFuture<HostAnswer> begun = hosts.lookupAsync(host, families);
      lookup = begun;
      var unused = begun.whenComplete((answer, failure) -> subscription.wake());
    }
    return Optional.empty();
  }

  private Optional<Throwable> take(CompletableFuture<HostAnswer> done) throws InterruptedException {
    try {
      HostAnswer answer = done.get();
      failures = 0;
      nextLookupNanos = time.nanos() + pace.after(answer.ttl()).toNanos();
      latest = new AddressSet(host, Optional.of(answer), Optional.empty());
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ResolutionException failure
          && !(failure.failure() instanceof Failure.Closed)) {
        failures++;
        nextLookupNanos = time.nanos() + pace.afterFailures(failures).toNanos();
        Optional<HostAnswer> last = latest == null ? Optional.empty() : latest.answer();
        latest = new AddressSet(host, last, Optional.of(failure));
        return Optional.empty();
      }
      return Optional.of(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Delivers what the subscriber has not heard, if it wants to. Returns whether it did. */
  private boolean deliver() {
    AddressSet news = latest;
    AddressSet before = delivered;
    if (news == null || (before != null && news.saysTheSameAs(before)) || !subscription.take()) {
      return false;
    }
    delivered = news;
    subscriber.onNext(news);
    return true;
  }

  private void await(CompletableFuture<Void> change) throws InterruptedException {
    CompletableFuture<HostAnswer> current = lookup;
    if (current == null) {
      time.await(change, nextLookupNanos);
    } else if (!current.isDone()) {
      time.await(change, time.nanos() + LONG_NANOS);
    }
  }

  private void fail(Throwable why) {
    if (subscription.end()) {
      subscriber.onError(why);
    }
  }

  private void endLookup() {
    CompletableFuture<HostAnswer> current = lookup;
    if (current != null) {
      current.cancel(true);
    }
  }
}
