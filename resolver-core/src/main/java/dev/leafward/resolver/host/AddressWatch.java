// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;

/**
 * Publishes the addresses of a host whenever they change: it looks the host up again when the TTL
 * has run out.
 *
 * <pre>{@code
 * hosts.watch("db.example.com").subscribe(subscriber);
 * }</pre>
 *
 * <p>The first set is published as soon as it is known, later ones only if they differ by an
 * address or by their stale mark; a new order is no change. Where the host cannot be looked up
 * again, the last set is published once more, marked stale and with the failure, and lookups follow
 * at growing intervals. A TTL below the shortest interval counts as that, one above the longest, or
 * none at all, as the longest: 5 seconds and 5 minutes unless said otherwise.
 *
 * <p>Nothing is queued: a subscriber that has not asked for more gets, when it does, the last set,
 * and those between are lost. Each subscription does work of its own, which the resolver's cache
 * makes cheap: two tasks of the host resolver's executor at most, one of which waits; the executor
 * must not run them in the calling thread. It goes on until it is cancelled. It ends with {@code
 * onError} only where there is no going on: the resolver is closed, the executor refuses, the
 * subscriber asks for fewer than one set. Signals come one after the other (Reactive Streams
 * section 1.3).
 */
public final class AddressWatch implements Flow.Publisher<AddressSet> {

  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HostResolver hosts;
  private final String host;
  private final AddressFamilies families;
  private final WatchPace pace;

  private AddressWatch(HostResolver hosts, String host, AddressFamilies families, WatchPace pace) {
    this.hosts = hosts;
    this.host = host;
    this.families = families;
    this.pace = pace;
  }

  /** A watch on a host, of the families that the host resolver is built for. */
  static AddressWatch of(HostResolver hosts, String host) {
    return new AddressWatch(hosts, host, hosts.families(), new WatchPace(SHORTEST, LONGEST));
  }

  /** The same for other families of addresses. */
  public AddressWatch families(AddressFamilies wanted) {
    return new AddressWatch(hosts, host, wanted, pace);
  }

  /**
   * The same with other intervals.
   *
   * @param shortest the least time between two lookups, and that after a first failure; more than
   *     none
   * @param longest the most time between two lookups, also after failures; no less than the
   *     shortest
   */
  public AddressWatch every(Duration shortest, Duration longest) {
    return new AddressWatch(hosts, host, families, new WatchPace(shortest, longest));
  }

  @Override
  public void subscribe(Flow.Subscriber<? super AddressSet> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    WatchSubscription subscription = new WatchSubscription();
    subscriber.onSubscribe(subscription);
    try {
      hosts
          .executor()
          .execute(new WatchLoop(hosts, host, families, pace, subscription, subscriber));
    } catch (RejectedExecutionException e) {
      if (subscription.end()) {
        subscriber.onError(e);
      }
    }
  }
}
