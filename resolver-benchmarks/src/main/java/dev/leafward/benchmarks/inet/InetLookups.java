// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks.inet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The addresses of a host, an IPv4 and an IPv6 one, as every Java program looks them up, in a
 * machine whose resolver is a local Unbound that knows them: {@code scripts/benchmark --inet}.
 *
 * <p>The JDK's cache, which is the same above all of them, is off. "Cached" is one name again and
 * again, "uncached" a new one each time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InetLookups {

  private static final String NO_JDK_CACHE = "-Dsun.net.inetaddr.ttl=0";
  private static final String PROVIDER = "-D" + ChosenProvider.PROPERTY + "=";
  private static final String LEAFWARD = PROVIDER + "leafward";
  private static final String STUB = "-Dleafward.inet=stub";
  private static final String DNSJAVA = PROVIDER + "dnsjava";
  private static final String ENABLE_DNSJAVA = "-Dorg.dnsjava.spi.enable=true";
  private static final String JDK = PROVIDER + "jdk";

  /** What Unbound answers for, with all names below it. */
  private static final String DOMAIN = ".bench.example";

  /** No name of a JVM before, which Unbound might treat otherwise. */
  private final String run = "." + UUID.randomUUID() + DOMAIN;

  private long next;

  private static InetAddress[] known() throws UnknownHostException {
    return InetAddress.getAllByName("www" + DOMAIN);
  }

  private InetAddress[] unknown() throws UnknownHostException {
    return InetAddress.getAllByName("h" + next++ + run);
  }

  /** Leafward as a stub, from its cache. */
  @Benchmark
  @Fork(jvmArgsAppend = {NO_JDK_CACHE, LEAFWARD, STUB})
  public InetAddress[] leafwardCached() throws UnknownHostException {
    return known();
  }

  /** dnsjava, from its cache. */
  @Benchmark
  @Fork(jvmArgsAppend = {NO_JDK_CACHE, DNSJAVA, ENABLE_DNSJAVA})
  public InetAddress[] dnsjavaCached() throws UnknownHostException {
    return known();
  }

  /** The JDK's own resolver, which has no cache but the one that is off: it asks Unbound. */
  @Benchmark
  @Fork(jvmArgsAppend = {NO_JDK_CACHE, JDK})
  public InetAddress[] jdkCached() throws UnknownHostException {
    return known();
  }

  /** Leafward as a stub, by two queries at once. */
  @Benchmark
  @Fork(jvmArgsAppend = {NO_JDK_CACHE, LEAFWARD, STUB})
  public InetAddress[] leafwardUncached() throws UnknownHostException {
    return unknown();
  }

  /** dnsjava, by two queries one after the other. */
  @Benchmark
  @Fork(jvmArgsAppend = {NO_JDK_CACHE, DNSJAVA, ENABLE_DNSJAVA})
  public InetAddress[] dnsjavaUncached() throws UnknownHostException {
    return unknown();
  }

  /** The JDK's own resolver, by the C library's two queries at once. */
  @Benchmark
  @Fork(jvmArgsAppend = {NO_JDK_CACHE, JDK})
  public InetAddress[] jdkUncached() throws UnknownHostException {
    return unknown();
  }
}
