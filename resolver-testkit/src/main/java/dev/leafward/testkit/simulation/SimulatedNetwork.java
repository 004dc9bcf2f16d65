// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.ServerDirectory;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Mocked servers behind transports that need neither sockets nor threads nor a wall clock.
 *
 * <p>All chance comes from one seed, so that one thread that does the same things sees the same
 * things, to the octet and the nanosecond. What a server replies is decided when the query is sent;
 * its arrival lies in the future of the virtual clock, which whoever waits moves forward. An
 * address where no server stands is silent.
 *
 * <p>Safe for use by several threads, but then their turns decide what is seen.
 */
public final class SimulatedNetwork {

  private static final long LEAST_LATENCY_NANOS = Duration.ofMillis(2).toNanos();
  private static final long MOST_LATENCY_NANOS = Duration.ofMillis(60).toNanos();

  private final long seed;
  private final ServerDirectory servers;
  private final SimulatedThreads threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final SplittableRandom luck;
  private final RandomGenerator resolversRandom;
  private final Map<InetSocketAddress, LinkConditions> exceptions = new HashMap<>();
  private final List<SimulatedExchange> log = new ArrayList<>();
  private final AtomicLong receivedOctets = new AtomicLong();
  private @Nullable LinkConditions common;

  /** A network whose latencies, 2 to 60 ms one way, are drawn from the seed for each server. */
  public SimulatedNetwork(long seed, ServerDirectory servers) {
    this.seed = seed;
    this.servers = servers;
    this.luck = new SplittableRandom(seed);
    this.resolversRandom = luck.split();
    this.threads = new SimulatedThreads(seed);
  }

  /** The virtual clock. */
  public SimulatedTime time() {
    return threads.time();
  }

  /**
   * Threads in the time of this network, for use by those that are to do several things at once.
   */
  public SimulatedThreads threads() {
    return threads;
  }

  /** Randomness for the one under test, from the same seed but independent of the network's. */
  public RandomGenerator random() {
    return resolversRandom;
  }

  /** Opens simulated UDP conversations. */
  public Transport udp() {
    return new SimulatedTransport(this, Protocol.UDP);
  }

  /** Opens simulated TCP conversations, at the price of one round trip. */
  public Transport tcp() {
    return new SimulatedTransport(this, Protocol.TCP);
  }

  /** Sets the conditions on the way to every server for which none were set. */
  public void conditions(LinkConditions forAll) {
    locked(() -> common = forAll);
  }

  /** Sets the conditions on the way to one server. */
  public void conditions(InetSocketAddress server, LinkConditions conditions) {
    locked(() -> exceptions.put(server, conditions));
  }

  /** Every message sent until now, with what came of it. */
  public List<SimulatedExchange> log() {
    return locked(() -> List.copyOf(log));
  }

  /** How many octets of messages were received until now, by those who waited for them. */
  public long receivedOctets() {
    return receivedOctets.get();
  }

  void countReceived(int octets) {
    receivedOctets.addAndGet(octets);
  }

  @Nullable MockServer serverAt(InetSocketAddress address) {
    return servers.find(address).orElse(null);
  }

  /** Does something with the link to a server while nobody else draws from the luck. */
  <T> T onLink(InetSocketAddress server, Function<Link, T> action) {
    return locked(() -> action.apply(new Link(conditionsFor(server), luck)));
  }

  /**
   * Waits for an instant, as the threads of a network do.
   *
   * @throws ClosedByInterruptException if the thread is interrupted first; its flag is set then
   */
  void waitUntil(long instantNanos) throws ClosedByInterruptException {
    try {
      time().waitUntil(instantNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    }
  }

  void record(SimulatedExchange exchange) {
    locked(() -> log.add(exchange));
  }

  private LinkConditions conditionsFor(InetSocketAddress server) {
    LinkConditions own = exceptions.get(server);
    if (own != null) {
      return own;
    }
    return common != null ? common : LinkConditions.of(latencyFrom(seed, server));
  }

  /** Independent of the order in which servers are asked, unlike a draw from the common luck. */
  private static Duration latencyFrom(long seed, InetSocketAddress server) {
    SplittableRandom own = new SplittableRandom(seed ^ server.hashCode());
    return Duration.ofNanos(own.nextLong(LEAST_LATENCY_NANOS, MOST_LATENCY_NANOS));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
