// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.UdpSockets;
import dev.leafward.resolver.net.PooledUdpTransport;
import dev.leafward.resolver.net.RoutedTransport;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.net.TcpTransport;
import dev.leafward.resolver.net.UdpTransport;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of every resolver, whomever it asks: its cache, its bounds, its deadline, and
 * the network, clocks and threads that it works with.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ResolverBuilder<B extends ResolverBuilder<B>>
    permits RecursiveBuilder, StubBuilder {

  private ResolverLimits limits = ResolverLimits.DEFAULT;
  private CacheOptions cacheOptions = CacheOptions.DEFAULT;
  private UnaryOperator<InetSocketAddress> route = UnaryOperator.identity();
  private UnaryOperator<Transport> around = UnaryOperator.identity();
  private ResolutionListener listener = ResolutionListener.SILENT;
  private UdpSockets udpSockets = UdpSockets.FRESH;
  private Time time = new SystemTime();
  private @Nullable Duration deadline;
  private @Nullable RandomGenerator random;
  private @Nullable Transport udp;
  private @Nullable Transport tcp;
  private @Nullable Executor executor;

  ResolverBuilder() {}

  abstract B self();

  /** The bounds that the resolver keeps. Default: {@link ResolverLimits#DEFAULT}. */
  public final B limits(ResolverLimits bounds) {
    limits = bounds;
    return self();
  }

  /** How the cache treats what it is given. Default: {@link CacheOptions#DEFAULT}. */
  public final B cache(CacheOptions how) {
    cacheOptions = how;
    return self();
  }

  /**
   * The time that one question may take where the caller names none, whatever the limits say.
   * Default: for a recursive resolver that of the limits, 7 seconds; for a stub resolver as long as
   * its servers may take by its configuration.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public final B deadline(Duration deadline) {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("the deadline must be positive, not " + deadline);
    }
    this.deadline = deadline;
    return self();
  }

  /**
   * Sends what is meant for one address to another, as the last thing before the socket: for tests
   * whose servers live on loopback. Default: the address itself.
   */
  public final B route(UnaryOperator<InetSocketAddress> toReal) {
    route = toReal;
    return self();
  }

  /**
   * Where the machine's sockets for datagrams come from. Default: {@link UdpSockets#FRESH}. Of no
   * effect on a network set by {@link #udp}.
   */
  public final B udpSockets(UdpSockets kind) {
    udpSockets = kind;
    return self();
  }

  /** Hears the steps of every question for which the caller names no listener of its own. */
  public final B listener(ResolutionListener hears) {
    listener = hears;
    return self();
  }

  /** The network for datagrams. Default: the machine's. */
  public final B udp(Transport transport) {
    udp = transport;
    return self();
  }

  /** The network for streams. Default: the machine's. */
  public final B tcp(Transport transport) {
    tcp = transport;
    return self();
  }

  /**
   * Puts something around the networks for datagrams and for streams, such as a counter or a brake.
   * It sees the servers' addresses as the resolver does, before {@link #route}. Default: nothing.
   */
  public final B aroundTransports(UnaryOperator<Transport> wrapper) {
    around = wrapper;
    return self();
  }

  /** The clocks. Default: the machine's. */
  public final B time(Time clocks) {
    time = clocks;
    return self();
  }

  /**
   * Where message IDs and the choice among servers come from. Default: a {@link SecureRandom}. A
   * generator that outsiders can predict makes forged replies easy: leave it alone outside of
   * simulations.
   */
  public final B random(RandomGenerator generator) {
    random = generator;
    return self();
  }

  /**
   * What runs the work that no caller's own thread does: asynchronous lookups, and what goes on
   * when its caller has left. It must not make one task wait for another; {@code Runnable::run}
   * serves a single thread. Default: a virtual thread for each task.
   */
  public final B executor(Executor tasks) {
    executor = tasks;
    return self();
  }

  /**
   * The resolver. A builder may build several; they share nothing but what was given to the
   * builder, which must then be safe for use by several threads.
   */
  public final Resolver build() {
    List<Runnable> atClose = new ArrayList<>();
    Transport datagrams = routed(udp != null ? udp : datagrams(atClose));
    Transport streams = routed(tcp != null ? tcp : streams(atClose));
    return build(
        new Ground(
            datagrams,
            streams,
            time,
            random != null ? random : new SecureRandom(),
            executor != null ? executor : threads(atClose),
            deadline == null ? limits : limits.toBuilder().deadline(deadline).build(),
            cacheOptions,
            listener,
            () -> atClose.forEach(Runnable::run)));
  }

  /** The resolver on this ground. */
  abstract Resolver build(Ground ground);

  /** Whether the caller has said how long a question may take. */
  final boolean hasDeadline() {
    return deadline != null;
  }

  private Transport routed(Transport transport) {
    return around.apply(new RoutedTransport(transport, route));
  }

  /** The machine's datagrams. They open nothing before they are used. */
  private Transport datagrams(List<Runnable> atClose) {
    if (udpSockets == UdpSockets.FRESH) {
      return new UdpTransport(time);
    }
    PooledUdpTransport pool = new PooledUdpTransport(time, limits.udpSockets());
    atClose.add(pool::close);
    return pool;
  }

  /** The machine's streams, alike. */
  private Transport streams(List<Runnable> atClose) {
    TcpTransport connections = new TcpTransport(time, limits);
    atClose.add(connections::close);
    return connections;
  }

  private static Executor threads(List<Runnable> atClose) {
    ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
    atClose.addFirst(own::shutdownNow);
    return own;
  }
}
