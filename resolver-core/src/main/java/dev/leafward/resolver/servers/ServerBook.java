// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import dev.leafward.resolver.spi.Time;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of each address how long it takes to reply and how it failed.
 *
 * <p>Invariants: the book is bounded in addresses, the least recently used go first; an address
 * that was not asked for a quarter of an hour is unknown again; and only replies that fit a query,
 * and failures that no outsider can forge ({@link ServerFailure}), are ever written into it. Safe
 * for use by many threads: each entry is an immutable value that is replaced atomically.
 *
 * <p>It does not know zones: that a server is lame for one of them is not written here.
 */
public final class ServerBook {

  /** How many addresses are remembered by default. */
  public static final int DEFAULT_ADDRESSES = 10_000;

  private static final Duration MEMORY = Duration.ofMinutes(15);

  private final Time time;
  private final HashFunction hash;
  private final Cache<Key, ServerHealth> servers;

  /** How long it took servers to reply that were asked for the first time. */
  private final AtomicReference<ServerHealth> firstReplies =
      new AtomicReference<>(ServerHealth.TYPICAL);

  private final AtomicReference<FamilyHealth> ipv4 = new AtomicReference<>(FamilyHealth.UNKNOWN);
  private final AtomicReference<FamilyHealth> ipv6 = new AtomicReference<>(FamilyHealth.UNKNOWN);

  /** An empty book that remembers {@link #DEFAULT_ADDRESSES} addresses. */
  public ServerBook(Time time, RandomGenerator random) {
    this(time, random, DEFAULT_ADDRESSES);
  }

  /**
   * An empty book.
   *
   * @param random keys the hash of addresses, which anybody who runs a zone may choose
   * @param addresses how many addresses it remembers at most
   */
  public ServerBook(Time time, RandomGenerator random, int addresses) {
    this.time = time;
    this.hash = Hashing.sipHash24(random.nextLong(), random.nextLong());
    this.servers =
        CacheBuilder.newBuilder()
            .maximumSize(addresses)
            .expireAfterWrite(MEMORY)
            .ticker(
                new Ticker() {
                  @Override
                  public long read() {
                    return time.nanos();
                  }
                })
            .build();
  }

  /**
   * A reply came that fits the query.
   *
   * @param roundTripNanos the time from sending to the reply, in nanoseconds
   */
  public void replied(InetAddress address, long roundTripNanos) {
    boolean isFirst = !health(address).measured();
    servers.asMap().compute(key(address), (key, old) -> orUnknown(old).replied(roundTripNanos));
    family(address).updateAndGet(health -> health.replied(time.nanos()));
    if (isFirst) {
      firstReplies.updateAndGet(all -> all.replied(roundTripNanos));
    }
  }

  /** A server was listened to for so long, and nothing came. */
  public void listenedInVain(InetAddress address, long nanos) {
    servers.asMap().computeIfPresent(key(address), (key, old) -> old.listenedInVain(nanos));
  }

  /** A try came to nothing, and the server, its network or ours is to blame. */
  public void failed(InetAddress address, ServerFailure failure) {
    // A family is not judged by how often one dead server was asked.
    boolean isNews = !health(address).isFailing(time.nanos());
    servers.asMap().compute(key(address), (key, old) -> orUnknown(old).failed(time.nanos()));
    if (isNews || failure == ServerFailure.NO_ROUTE) {
      family(address).updateAndGet(health -> health.failed(failure, time.nanos()));
    }
  }

  /**
   * How long to wait for a datagram in reply, in nanoseconds: the smoothed round-trip time and four
   * deviations (RFC 6298), doubled for each failure of late. Of an address that has never replied,
   * the same is taken over the first replies of all others, at most 400 ms.
   */
  public long timeoutNanos(InetAddress address) {
    ServerHealth health = servers.getIfPresent(key(address));
    return health == null
        ? usualNanos(address)
        : health.timeoutNanos(usualNanos(address), time.nanos());
  }

  /** The same, apart from failures. */
  public long usualNanos(InetAddress address) {
    ServerHealth health = health(address);
    return health.measured()
        ? health.usualNanos()
        : Math.min(
            ServerHealth.TYPICAL.usualNanos(), requireNonNull(firstReplies.get()).usualNanos());
  }

  /**
   * How long a reply is expected to take, in nanoseconds, for comparing servers; empty where
   * nothing is known.
   */
  public OptionalLong expectedNanos(InetAddress address) {
    ServerHealth health = servers.getIfPresent(key(address));
    return health == null
        ? OptionalLong.empty()
        : OptionalLong.of(health.expectedNanos(time.nanos()));
  }

  /** Whether the address's whole family (IPv4, IPv6) seems not to work from here at present. */
  public boolean isFamilyDoubtful(InetAddress address) {
    return requireNonNull(family(address).get()).isDoubtful(time.nanos());
  }

  /**
   * Whether the address's whole family (IPv4, IPv6) has not replied since it was doubted last,
   * while the other one does: then one silence says enough.
   */
  public boolean isFamilySuspect(InetAddress address) {
    FamilyHealth other = requireNonNull((address instanceof Inet6Address ? ipv4 : ipv6).get());
    return requireNonNull(family(address).get()).doubted() && other.isProven();
  }

  /** How many addresses are remembered. */
  public long addresses() {
    servers.cleanUp();
    return servers.size();
  }

  private ServerHealth health(InetAddress address) {
    return orUnknown(servers.getIfPresent(key(address)));
  }

  private static ServerHealth orUnknown(@Nullable ServerHealth health) {
    return health == null ? ServerHealth.UNKNOWN : health;
  }

  private AtomicReference<FamilyHealth> family(InetAddress address) {
    return address instanceof Inet6Address ? ipv6 : ipv4;
  }

  private Key key(InetAddress address) {
    byte[] octets = address.getAddress();
    return new Key(octets, hash.hashBytes(octets).asInt());
  }

  /** An address under a keyed hash: the JDK's own lets anybody choose addresses that collide. */
  private static final class Key {
    private final byte[] octets;
    private final int hash;

    Key(byte[] octets, int hash) {
      this.octets = octets;
      this.hash = hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(octets, key.octets);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
