// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.leafward.resolver.cache.KeyedHash;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.name.DomainName;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of each address how long it takes to reply, how it failed, what its ways are, and for
 * which zones it was of no use.
 *
 * <p>Invariants: the book is bounded in addresses, the least recently used go first; what was not
 * written again for a quarter of an hour is unknown again; and only replies that fit a query, and
 * failures that no outsider can forge ({@link ServerFailure}), are ever written into it (RFC 5452).
 * Safe for use by many threads: each entry is an immutable value that is replaced atomically.
 */
public final class ServerBook {

  private static final Duration MEMORY = Duration.ofMinutes(15);

  private final Time time;
  private final KeyedHash hash;
  private final Cache<Key, ServerHealth> servers;
  private final Cache<Key, Traits> traits;
  private final Cache<Key, Long> lameUntil;

  /** How long it took servers to reply that were asked for the first time. */
  private final AtomicReference<ServerHealth> firstReplies =
      new AtomicReference<>(ServerHealth.TYPICAL);

  private final AtomicReference<FamilyHealth> ipv4 = new AtomicReference<>(FamilyHealth.UNKNOWN);
  private final AtomicReference<FamilyHealth> ipv6 = new AtomicReference<>(FamilyHealth.UNKNOWN);

  /**
   * An empty book.
   *
   * @param random keys the hash of addresses, which anybody who runs a zone may choose
   * @param addresses how many addresses it remembers at most
   */
  public ServerBook(Time time, RandomGenerator random, int addresses) {
    this.time = time;
    this.hash = KeyedHash.keyed(random);
    this.servers = memory(addresses);
    this.traits = memory(addresses);
    this.lameUntil = memory(addresses);
  }

  private <T> Cache<Key, T> memory(int entries) {
    return CacheBuilder.newBuilder()
        .maximumSize(entries)
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

  /** A try came to nothing, and the server, its network or ours is to blame. */
  public void failed(InetAddress address, ServerFailure failure) {
    // A family is not judged by how often one dead server was asked.
    boolean isNews = !health(address).isFailing(time.nanos());
    servers.asMap().compute(key(address), (key, old) -> orUnknown(old).failed(time.nanos()));
    if (isNews || failure == ServerFailure.NO_ROUTE) {
      family(address).updateAndGet(health -> health.failed(failure, time.nanos()));
    }
  }

  /** A server was listened to for so long, and nothing came. */
  public void listenedInVain(InetAddress address, long nanos) {
    servers.asMap().computeIfPresent(key(address), (key, old) -> old.listenedInVain(nanos));
  }

  /** A server was of no use for a zone: others are asked first for a while. */
  public void foundLame(InetAddress address, DomainName zone, Lameness how) {
    lameUntil.put(key(address, zone), time.nanos() + how.nanos());
  }

  /** Whether a server was of no use for a zone lately. */
  public boolean wasLame(InetAddress address, DomainName zone) {
    Long until = lameUntil.size() == 0 ? null : lameUntil.getIfPresent(key(address, zone));
    return until != null && until - time.nanos() > 0;
  }

  /** What is known of a server's ways. */
  public Traits traits(InetAddress address) {
    Traits known = traits.size() == 0 ? null : traits.getIfPresent(key(address));
    return known == null ? Traits.NONE : known;
  }

  /**
   * Learns of a server's ways, from a reply that shows that it saw our query.
   *
   * @param lesson what it makes of what was known; may be applied more than once
   */
  public void learn(InetAddress address, UnaryOperator<Traits> lesson) {
    Traits known = traits(address);
    if (!lesson.apply(known).equals(known)) { // mostly it is no news, and needs no writing
      traits
          .asMap()
          .compute(key(address), (key, old) -> lesson.apply(old == null ? Traits.NONE : old));
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

  /** A look at how servers stand at present: what holds for all of them is found out once. */
  Standings standings() {
    long now = time.nanos();
    FamilyHealth four = requireNonNull(ipv4.get());
    FamilyHealth six = requireNonNull(ipv6.get());
    return new Standings(now, four.isWorseThan(six, now), six.isWorseThan(four, now));
  }

  /** How each server stands at one moment. */
  final class Standings {
    private final long now;
    private final boolean ipv6Better;
    private final boolean ipv4Better;

    private Standings(long now, boolean ipv6Better, boolean ipv4Better) {
      this.now = now;
      this.ipv6Better = ipv6Better;
      this.ipv4Better = ipv4Better;
    }

    Standing of(InetAddress address) {
      boolean otherBetter = address instanceof Inet6Address ? ipv4Better : ipv6Better;
      ServerHealth health = servers.getIfPresent(key(address));
      return health == null
          ? new Standing(false, 0, false, otherBetter)
          : new Standing(true, health.expectedNanos(now), health.isDead(), otherBetter);
    }
  }

  /**
   * Takes the turn to ask a dead server whether it lives: once a minute, the first time sooner.
   *
   * @param firstNanos how soon after its last failure it may be asked for the first time
   * @return whether it is the caller's turn
   */
  boolean takeProbe(InetAddress address, long firstNanos) {
    AtomicBoolean taken = new AtomicBoolean();
    long now = time.nanos();
    servers
        .asMap()
        .computeIfPresent(
            key(address),
            (key, old) -> {
              boolean due = old.isProbeDue(now, firstNanos);
              taken.set(due);
              return due ? old.probed(now) : old;
            });
    return taken.get();
  }

  /** How long ago a server failed last, in nanoseconds; for ever if it never did. */
  long sinceFailureNanos(InetAddress address) {
    ServerHealth health = health(address);
    return health.failures() == 0 ? Long.MAX_VALUE : time.nanos() - health.failedAtNanos();
  }

  /** How the address's whole family (IPv4, IPv6) stands. */
  FamilyHealth familyHealth(InetAddress address) {
    return requireNonNull(family(address).get());
  }

  /**
   * Whether the address's whole family (IPv4, IPv6) has not replied since it was doubted last,
   * while the other one does: then one silence says enough.
   */
  public boolean isFamilySuspect(InetAddress address) {
    return familyHealth(address).doubted() && requireNonNull(otherFamily(address).get()).isProven();
  }

  /** How many addresses are remembered. */
  public long addresses() {
    servers.cleanUp();
    return servers.size();
  }

  /** Everything that is remembered, in no useful form but for comparing: equal for equal books. */
  @Override
  public String toString() {
    return Stream.of(servers, traits, lameUntil)
            .flatMap(all -> all.asMap().entrySet().stream())
            .map(each -> each.getKey() + "=" + each.getValue())
            .sorted()
            .collect(Collectors.joining("\n"))
        + firstReplies
        + ipv4
        + ipv6;
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

  private AtomicReference<FamilyHealth> otherFamily(InetAddress address) {
    return address instanceof Inet6Address ? ipv4 : ipv6;
  }

  private Key key(InetAddress address) {
    byte[] octets = address.getAddress();
    return new Key(octets, hash.of(octets, 0, octets.length));
  }

  private Key key(InetAddress address, DomainName zone) {
    byte[] prefix = address.getAddress();
    byte[] octets = Arrays.copyOf(prefix, prefix.length + zone.octets());
    zone.lowerCase().copyTo(octets, prefix.length);
    return new Key(octets, hash.of(octets, 0, octets.length));
  }

  /** Octets under a keyed hash: the JDK's own lets anybody choose addresses that collide. */
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

    @Override
    public String toString() {
      return Arrays.toString(octets);
    }
  }
}
