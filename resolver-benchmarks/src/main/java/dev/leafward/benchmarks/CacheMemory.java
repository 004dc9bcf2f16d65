// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.RRClass;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * Measures the heap that names with one address take in the cache, and how near to it the cache's
 * own count is: what is in use after a collection, less what was in use before.
 */
public final class CacheMemory {
  private static final long ROOM = 1L << 34;
  private static final int COLLECTIONS = 4;

  private CacheMemory() {}

  /**
   * Prints one line for each number of names.
   *
   * @param arguments the numbers; 100,000 and 1,000,000 by default
   */
  public static void main(String[] arguments) {
    List<String> counts = arguments.length == 0 ? List.of("100000", "1000000") : List.of(arguments);
    for (String count : counts) {
      measure(Integer.parseInt(count));
    }
  }

  private static void measure(int names) {
    RRsetCache cache =
        new RRsetCache(
            ResolverLimits.DEFAULT.toBuilder().cacheOctets(ROOM).build(),
            CacheOptions.DEFAULT,
            new SystemTime(),
            new SecureRandom());
    long before = inUse();
    long octetsOfNames = 0;
    for (int i = 0; i < names; i++) {
      DomainName name = DomainName.of("host" + i + ".example" + i % 1_000 + ".com.");
      octetsOfNames += name.octets();
      List<A> data = List.of(new A(address(i)));
      cache.store(RRset.of(name, RRClass.IN, 3_600, data, List.of()), Trust.ANSWER);
    }
    long real = inUse() - before;
    System.out.printf(
        Locale.ROOT,
        "%,d names of %.1f octets: %.1f B of heap each, counted as %.1f (%+.1f %%)%n",
        cache.entries(),
        (double) octetsOfNames / names,
        (double) real / names,
        (double) cache.octets() / names,
        100.0 * (cache.octets() - real) / real);
  }

  private static long inUse() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  static Inet4Address address(int number) {
    byte[] octets = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    try {
      return (Inet4Address) InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are an address", e);
    }
  }
}
