// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks no server more often than agreed: whoever comes too early waits for his turn.
 *
 * <p>A tenth of a second's turns may be taken at once; beyond that they are evenly spaced. To the
 * resolver a server that has to be waited for looks slow, so it turns to the zone's others: the
 * work spreads by itself. A turn that comes too late for the query's deadline is not taken.
 */
final class PoliteTransport implements Transport {
  private static final int MOST_SERVERS = 100_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final long BURST_NANOS = Duration.ofMillis(100).toNanos();

  private final Transport network;
  private final long intervalNanos;
  private final Clock clock;
  private final LoadingCache<InetSocketAddress, AtomicLong> nextTurns =
      CacheBuilder.newBuilder()
          .maximumSize(MOST_SERVERS)
          .expireAfterAccess(REMEMBERED)
          .build(CacheLoader.from(this::anyTurn));

  /** The time, and waiting for it to pass. */
  interface Clock {
    /** As {@link System#nanoTime()}. */
    long nanos();

    /** Waits so long. */
    void sleep(long nanos) throws InterruptedException;
  }

  /** This machine's. */
  private static final class SystemClock implements Clock {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(nanos);
    }
  }

  /**
   * A polite way to a network.
   *
   * @param perSecond queries a second to one address
   */
  PoliteTransport(Transport network, int perSecond) {
    this(network, perSecond, new SystemClock());
  }

  PoliteTransport(Transport network, int perSecond, Clock clock) {
    this.network = network;
    this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    this.clock = clock;
  }

  private AtomicLong anyTurn() {
    return new AtomicLong(clock.nanos() - BURST_NANOS);
  }

  @Override
  public Protocol protocol() {
    return network.protocol();
  }

  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    awaitTurn(nextTurns.getUnchecked(server), deadlineNanos);
    return network.open(server, deadlineNanos);
  }

  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return network.awaitAny(open, deadlineNanos);
  }

  private void awaitTurn(AtomicLong nextTurn, long deadlineNanos) throws IOException {
    long now = clock.nanos();
    long turn = takeTurn(nextTurn, now, deadlineNanos);
    try {
      clock.sleep(turn - now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a turn");
    }
  }

  private long takeTurn(AtomicLong nextTurn, long now, long deadlineNanos) throws IOException {
    while (true) {
      long planned = nextTurn.get();
      long turn = planned - (now - BURST_NANOS) < 0 ? now - BURST_NANOS : planned;
      if (turn - deadlineNanos > 0) {
        throw new SocketTimeoutException("the server has been asked often enough for now");
      }
      if (nextTurn.compareAndSet(planned, turn + intervalNanos)) {
        return turn;
      }
    }
  }
}
