// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a stub resolver asks, and how patiently: what {@code resolv.conf(5)} says of it, as a value.
 *
 * @param servers in the order in which they are asked; at least one. glibc uses the first three
 *     ({@code MAXNS}) of a file, and so do we when we read one; a program may name more
 * @param timeout how long the first server is waited for before the next one is asked: more than
 *     nothing, at most 30 seconds. A file has whole seconds from 1 to 30. Default: 5 seconds
 * @param attempts how often all servers are gone through: 1 to 5. Default: 2
 * @param flags what is turned on. Default: nothing
 */
public record StubOptions(
    List<UpstreamServer> servers, Duration timeout, int attempts, Set<StubFlag> flags) {

  /** How long a server is waited for unless something else is said ({@code RES_TIMEOUT}). */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  /** The longest that a server may be waited for ({@code RES_MAXRETRANS}). */
  public static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);

  /** How often all servers are gone through unless something else is said. */
  public static final int DEFAULT_ATTEMPTS = 2;

  /** The most often that all servers may be gone through ({@code RES_MAXRETRY}). */
  public static final int MAX_ATTEMPTS = 5;

  /** Copies list and set, and checks that each part is within its bounds. */
  public StubOptions {
    servers = List.copyOf(servers);
    flags = Set.copyOf(flags);
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("no server");
    }
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException("a timeout of " + timeout);
    }
    if (attempts < 1 || attempts > MAX_ATTEMPTS) {
      throw new IllegalArgumentException(attempts + " attempts");
    }
  }

  /** These servers, and the defaults of all else. */
  public static StubOptions of(List<UpstreamServer> servers) {
    return new StubOptions(servers, DEFAULT_TIMEOUT, DEFAULT_ATTEMPTS, Set.of());
  }

  /** Whether something is turned on. */
  public boolean has(StubFlag flag) {
    return flags.contains(flag);
  }

  /** The same with other servers. */
  public StubOptions withServers(List<UpstreamServer> others) {
    return new StubOptions(others, timeout, attempts, flags);
  }

  /** The same with another {@link #timeout()}. */
  public StubOptions withTimeout(Duration other) {
    return new StubOptions(servers, other, attempts, flags);
  }

  /** The same with another number of {@link #attempts()}. */
  public StubOptions withAttempts(int other) {
    return new StubOptions(servers, timeout, other, flags);
  }

  /** The same with that turned on, too. */
  public StubOptions with(StubFlag flag) {
    Set<StubFlag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new StubOptions(servers, timeout, attempts, more);
  }

  /** The same with that turned off. */
  public StubOptions without(StubFlag flag) {
    Set<StubFlag> fewer = EnumSet.noneOf(StubFlag.class);
    fewer.addAll(flags);
    fewer.remove(flag);
    return new StubOptions(servers, timeout, attempts, fewer);
  }
}
