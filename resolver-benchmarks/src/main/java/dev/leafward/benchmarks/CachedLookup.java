// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.Credibility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** One address of one of 10,000 names, from a cache that has them all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CachedLookup {
  private static final int NAMES = 10_000;
  private static final int TTL = 86_400;

  private final RRsetCache leafward =
      new RRsetCache(
          ResolverLimits.DEFAULT, CacheOptions.DEFAULT, new SystemTime(), new SecureRandom());
  private final Cache dnsjava = new Cache(DClass.IN);
  private final Question[] questions = new Question[NAMES];
  private final Name[] names = new Name[NAMES];
  private int next;

  /** Fills both caches. */
  @Setup
  public void fill() throws Exception {
    dnsjava.setMaxEntries(2 * NAMES);
    for (int i = 0; i < NAMES; i++) {
      String name = "host" + i + ".example" + i % 100 + ".com.";
      List<A> data = List.of(new A(CacheMemory.address(i)));
      questions[i] = new Question(DomainName.of(name), RRType.A);
      leafward.store(RRset.of(questions[i].name(), RRClass.IN, TTL, data, List.of()), Trust.ANSWER);
      names[i] = Name.fromString(name);
      dnsjava.addRRset(
          new org.xbill.DNS.RRset(new ARecord(names[i], DClass.IN, TTL, CacheMemory.address(i))),
          Credibility.AUTH_ANSWER);
    }
  }

  private int next() {
    next = next + 1 == NAMES ? 0 : next + 1;
    return next;
  }

  /** Leafward: the records with their TTL counted down, made from octets each time. */
  @Benchmark
  public Object leafward() {
    return leafward.find(questions[next()], Trust.ANSWER);
  }

  /** dnsjava: the records as they were put in, with the TTL that they had then. */
  @Benchmark
  public Object dnsjava() {
    return dnsjava.lookupRecords(names[next()], Type.A, Credibility.NORMAL);
  }
}
