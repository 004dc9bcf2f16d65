// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.addresses;
import static dev.leafward.resolver.cache.Records.question;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.RRClass;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the cache, each in the numbers that it has to withstand. */
class CacheRowsTest {

  private static final List<A> ONE_ADDRESS = addresses("x.", 1).as(A.class);

  private final FakeTime time = new FakeTime();

  private RRsetCache cacheOf(long octets, CacheOptions options) {
    ResolverLimits limits = ResolverLimits.DEFAULT.toBuilder().cacheOctets(octets).build();
    return new RRsetCache(limits, options, time, new SplittableRandom(1));
  }

  private static RRset oneAddress(String name, long ttl) {
    return RRset.of(DomainName.of(name), RRClass.IN, ttl, ONE_ADDRESS, List.of());
  }

  @Test
  @DisplayName("C13, row 52: 1,000 hot names survive 10^6 hostile inserts: hit ratio >= 95 %")
  void hotNamesSurviveAFlood() {
    RRsetCache cache = cacheOf(2_000_000, CacheOptions.DEFAULT);
    int hits = 0;
    int questions = 0;
    for (int i = 0; i < 1_000_000; i++) {
      cache.store(oneAddress("n" + i + ".flood.test.", 3_600), Trust.ANSWER);
      if (i % 10 == 0) {
        String hot = "hot" + i / 10 % 1_000 + ".test.";
        questions++;
        if (cache.find(question(hot + " A"), Trust.ANSWER).isPresent()) {
          hits++;
        } else {
          cache.store(oneAddress(hot, 86_400), Trust.ANSWER);
        }
      }
    }

    assertThat(hits).isGreaterThanOrEqualTo(questions * 95 / 100);
  }

  @Test
  @DisplayName("C14: an RRset of 5,000 addresses is cached never, and pushes nothing out")
  void aHugeRRsetIsNotCached() {
    RRsetCache cache = cacheOf(1_000_000, CacheOptions.DEFAULT);
    cache.store(oneAddress("www.test.", 300), Trust.ANSWER);
    long before = cache.octets();

    cache.store(addresses("huge.test.", 5_000), Trust.ANSWER);
    cache.store(addresses("huge.test.", 101), Trust.ANSWER);

    assertThat(cache.find(question("huge.test. A"), Trust.GLUE)).isEmpty();
    assertThat(cache.find(question("www.test. A"), Trust.ANSWER)).isPresent();
    cache.store(addresses("large.test.", 100), Trust.ANSWER);
    assertThat(cache.find(question("large.test. A"), Trust.ANSWER)).isPresent();
    assertThat(cache.octets()).isGreaterThan(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30})
  @DisplayName("row 53: the octets that the cache counts are those of the heap, within 25 %")
  void countsWhatTheHeapSees(int records) {
    List<A> data = addresses("x.", records).as(A.class);
    long before = heapInUse();
    RRsetCache cache = cacheOf(10_000_000, CacheOptions.DEFAULT);
    for (int i = 0; i < 80_000; i++) {
      DomainName name = DomainName.of("n" + i + ".example.test.");
      cache.store(RRset.of(name, RRClass.IN, 300, data, List.of()), Trust.ANSWER);
    }

    long taken = heapInUse() - before;

    assertThat(cache.octets()).isBetween(9_900_000L, 10_000_000L);
    assertThat(cache.octets()).isCloseTo(taken, withinPercentage(25));
  }

  private static long heapInUse() {
    // The serial collector leaves no gaps only each fourth time.
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least =
          Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("C20: 24 h of inserts with TTL 1 on one name: octets within the bound at every tick")
  void expiredEntriesOfOneNameMakeRoom(boolean stale) {
    CacheOptions options =
        CacheOptions.DEFAULT.toBuilder()
            .serveStale(stale ? ServeStale.RECOMMENDED : ServeStale.OFF)
            .build();
    long bound = 20_000;
    RRsetCache cache = cacheOf(bound, options);
    long most = 0;
    int missed = 0;
    for (int second = 0; second < 86_400; second++) {
      cache.store(oneAddress("one.test.", 1), Trust.ANSWER);
      cache.store(oneAddress("n" + second + ".one.test.", 1), Trust.ANSWER);
      most = Math.max(most, cache.octets());
      missed += cache.find(question("one.test. A"), Trust.ANSWER).isPresent() ? 0 : 1;
      time.passSeconds(1);
    }

    assertThat(most).isLessThanOrEqualTo(bound);
    assertThat(missed).isZero();
    cache.store(oneAddress("fresh.test.", 300), Trust.ANSWER);
    assertThat(cache.find(question("fresh.test. A"), Trust.ANSWER)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T01:00:00Z",
        "2025-12-31T23:00:00Z",
        "2036-01-01T00:00:00Z",
        "2016-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z"
      })
  @DisplayName("G1, row 47: the clock on the wall changes the life of no entry")
  void theTimeOfDayChangesNothing(Instant jump) {
    RRsetCache cache = cacheOf(20_000, CacheOptions.DEFAULT);
    cache.store(oneAddress("www.test.", 300), Trust.ANSWER);
    time.passSeconds(100);

    time.setWallClock(jump);

    assertThat(cache.find(question("www.test. A"), Trust.ANSWER))
        .map(CacheResult::ttlSeconds)
        .contains(200L);
    time.passSeconds(199);
    assertThat(cache.find(question("www.test. A"), Trust.ANSWER)).isPresent();
    time.passSeconds(1);
    assertThat(cache.find(question("www.test. A"), Trust.ANSWER)).isEmpty();
  }

  @Test
  @DisplayName("G6: ANY is never answered from what the cache has; neither kind of denial mixes")
  void anyIsNotAnsweredInPart() {
    RRset soa = rrset("test. 600 IN SOA ns.test. hostmaster.test. 1 7200 900 1209600 600");
    RRsetCache cache = cacheOf(20_000, CacheOptions.DEFAULT);
    cache.store(oneAddress("www.test.", 300), Trust.ANSWER);
    cache.storeNoData(question("www.test. AAAA"), soa);
    assertThat(cache.find(question("www.test. ANY"), Trust.GLUE)).isEmpty();

    cache.storeNoSuchName(question("gone.test. A"), soa);
    cache.storeNoData(question("gone.test. AAAA"), soa);
    assertThat(cache.find(question("gone.test. AAAA"), Trust.ANSWER).orElseThrow().outcome())
        .isInstanceOf(Outcome.NoData.class);
    assertThat(cache.find(question("gone.test. A"), Trust.ANSWER))
        .as("what has no data of one type exists")
        .isEmpty();
    assertThat(cache.find(question("gone.test. ANY"), Trust.ANSWER)).isEmpty();
  }

  @Test
  @DisplayName("B11: an unsigned NXDOMAIN denies exactly its name")
  void aDenialSaysNothingOfTheNamesBelow() {
    RRset soa = rrset("test. 600 IN SOA ns.test. hostmaster.test. 1 7200 900 1209600 600");
    RRsetCache cache = cacheOf(20_000, CacheOptions.DEFAULT);

    cache.storeNoSuchName(question("b.test. A"), soa);

    assertThat(cache.find(question("b.test. TXT"), Trust.ANSWER)).isPresent();
    assertThat(cache.find(question("a.b.test. A"), Trust.ANSWER)).isEmpty();
    assertThat(cache.find(question("c.test. A"), Trust.ANSWER)).isEmpty();
  }
}
