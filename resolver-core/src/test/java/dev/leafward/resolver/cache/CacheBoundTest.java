// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.addresses;
import static dev.leafward.resolver.cache.Records.question;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheBoundTest {
  private static final RRset SOA =
      rrset("test. 600 IN SOA ns.test. hostmaster.test. 1 7200 900 1209600 600");
  private static final List<A> ONE_ADDRESS = addresses("x.", 1).as(A.class);
  private static final List<NS> ONE_SERVER = rrset("x. 1 IN NS ns.test.").as(NS.class);

  private static final KeyedHash NAMES = KeyedHash.keyed(new SplittableRandom(55));

  private final FakeTime time = new FakeTime();

  @ParameterizedTest
  @ValueSource(longs = {1, 127, 128, 1_000, 10_000, 200_000})
  void staysWithinItsOctetsAtEveryInsert(long bound) {
    RRsetCache cache = cacheOf(bound);
    SplittableRandom random = new SplittableRandom(bound);

    long most = 0;
    for (int i = 0; i < 10_000; i++) {
      insertSomething(cache, random);
      most = Math.max(most, cache.octets());
    }

    assertThat(most).isLessThanOrEqualTo(bound);
    assertThat(cache.octets()).isNotNegative();
    assertThat(cache.octets() == 0).isEqualTo(cache.entries() == 0);
    if (bound >= 10_000) {
      assertThat(cache.octets()).as("room is not wasted").isGreaterThan(bound * 8 / 10);
    }
  }

  @Test
  void namesInUseSurviveAFloodOfNamesAskedForOnce() {
    // Room for some 7,500 names. Each of the hot ones is asked for once in 10,000 inserts: what
    // keeps the names read last would have lost all of them by then.
    RRsetCache cache = cacheOf(1_000_000);
    int hot = 1_000;
    for (int i = 0; i < hot; i++) {
      askFor("hot" + i + ".test.", cache);
      askFor("hot" + i + ".test.", cache);
    }

    int hits = 0;
    int questions = 10_000;
    for (int i = 0; i < 10 * questions; i++) {
      askFor("once" + i + ".flood.test.", cache);
      if (i % 10 == 0 && askFor("hot" + i / 10 % hot + ".test.", cache)) {
        hits++;
      }
    }

    assertThat(hits).isGreaterThanOrEqualTo(questions * 95 / 100);
  }

  @Test
  void expiredEntriesLeaveBeforeThoseInUseThatTheHandComesTo() {
    RRset stale = addresses("stale.test.", 1).withTtl(10);
    RRset inUse = oneAddress("inuse.test.");
    RRsetCache probe = cacheOf(100_000);
    probe.store(stale, Trust.ANSWER);
    probe.store(inUse, Trust.ANSWER);
    RRsetCache cache = cacheOf(probe.octets());
    cache.store(stale, Trust.ANSWER);
    cache.store(inUse, Trust.ANSWER);
    assertThat(cache.find(question("stale.test. A"), Trust.ANSWER)).isPresent();
    assertThat(cache.find(question("inuse.test. A"), Trust.ANSWER)).isPresent();
    time.passSeconds(10);

    cache.store(oneAddress("fresh.test."), Trust.ANSWER);

    assertThat(cache.find(question("inuse.test. A"), Trust.ANSWER)).isPresent();
    assertThat(cache.find(question("fresh.test. A"), Trust.ANSWER)).isPresent();
  }

  @Test
  void overwritingAddsAndTakesTheSameOctets() {
    RRsetCache cache = cacheOf(1_000_000);
    cache.store(addresses("www.test.", 1), Trust.ANSWER);
    long one = cache.octets();

    cache.store(addresses("www.test.", 50), Trust.ANSWER);
    assertThat(cache.octets()).isGreaterThan(one + 50 * 4);
    cache.storeNoData(question("www.test. A"), SOA);
    cache.store(addresses("www.test.", 1), Trust.ANSWER);

    assertThat(cache.octets()).isEqualTo(one);
    assertThat(cache.entries()).isEqualTo(1);
  }

  @Test
  void growingInPlacePushesOutOthersButNotItself() {
    RRset grown = addresses("www.test.", 60);
    RRsetCache cache = cacheOf(700);
    cache.store(addresses("www.test.", 1), Trust.ANSWER);
    cache.store(oneAddress("a.test."), Trust.ANSWER);
    cache.store(oneAddress("b.test."), Trust.ANSWER);

    cache.store(grown, Trust.ANSWER);

    assertThat(cache.find(question("www.test. A"), Trust.ANSWER))
        .map(CacheResult::outcome)
        .contains(new Outcome.Positive(List.of(grown)));
    assertThat(cache.octets()).isLessThanOrEqualTo(700);
  }

  @Test
  void aNameThatTurnsOutToExistGivesItsOctetsBack() {
    RRsetCache cache = cacheOf(1_000_000);
    cache.store(oneAddress("www.test."), Trust.ANSWER);
    long before = cache.octets();

    cache.storeNoSuchName(question("www.test. MX"), SOA);
    assertThat(cache.octets()).isGreaterThan(before);
    cache.store(oneAddress("www.test."), Trust.ANSWER);

    assertThat(cache.octets()).isEqualTo(before);
    assertThat(cache.entries()).isEqualTo(1);
  }

  @Test
  void aNameWithOneAddressTakesLittle() {
    RRsetCache cache = cacheOf(1_000_000);

    cache.store(oneAddress("www.example.test."), Trust.ANSWER);

    assertThat(cache.octets()).isLessThanOrEqualTo(150);
  }

  @Test
  @DisplayName("I5, row 55: 100,000 names that collide under a hash that everybody knows")
  void namesThatCollideElsewhereAreSpreadHere() {
    RRsetCache cache = cacheOf(100_000_000);
    List<DomainName> names = collidingNames(17).subList(0, 100_000);
    assertThat(names.stream().map(CacheBoundTest::knownHash).distinct()).hasSize(1);

    assertThat(names.stream().map(name -> CacheEntry.key(NAMES, name, 1).hashCode()).distinct())
        .as("as many as of names drawn at random, of which two in 2^32 hashes may be equal")
        .hasSizeGreaterThan(99_990);
    for (int i = 0; i < names.size(); i++) {
      cache.store(
          RRset.of(names.get(i), RRClass.IN, 300 + i, ONE_ADDRESS, List.of()), Trust.ANSWER);
    }
    assertThat(cache.entries()).isEqualTo(names.size());
    for (int i = 0; i < names.size(); i += 97) {
      assertThat(cache.find(new Question(names.get(i), RRType.A), Trust.ANSWER))
          .map(CacheResult::ttlSeconds)
          .contains(Math.min(86_400L, 300L + i));
    }
  }

  /** That of arrays and strings in Java. */
  private static int knownHash(DomainName name) {
    return Arrays.hashCode(name.toWire());
  }

  @Test
  void keysAreOrderedAsTheyAreEqual() {
    List<CacheEntry> keys = new ArrayList<>();
    for (String name : List.of(".", "a.", "b.", "A.", "aa.", "a.a.", "b.a.")) {
      keys.add(CacheEntry.key(NAMES, DomainName.of(name), 1));
      keys.add(CacheEntry.key(NAMES, DomainName.of(name), 2));
    }

    for (CacheEntry one : keys) {
      for (CacheEntry other : keys) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other)))
            .isEqualTo(-Integer.signum(other.compareTo(one)));
      }
    }
  }

  @Test
  void manyThreadsReadAndWriteAtOnce() throws Exception {
    long bound = 50_000;
    RRsetCache cache = cacheOf(bound);
    List<Future<Integer>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int worker = 0; worker < 4; worker++) {
        SplittableRandom random = new SplittableRandom(worker);
        workers.add(threads.submit(() -> readAndWrite(cache, random, bound)));
      }
    }
    for (Future<Integer> worker : workers) {
      assertThat(worker.get()).as("wrong answers or octets over the bound").isZero();
    }
    assertThat(cache.octets()).isBetween(1L, bound);
  }

  /** Stores sets whose TTL tells their size, so that a torn entry shows. */
  private static int readAndWrite(RRsetCache cache, SplittableRandom random, long bound) {
    int wrong = 0;
    for (int i = 0; i < 20_000; i++) {
      String name = "n" + random.nextInt(300) + ".test.";
      int records = 1 + random.nextInt(10);
      cache.store(addresses(name, records).withTtl(1_000 + records), Trust.ANSWER);
      CacheResult found =
          cache.find(question("n" + random.nextInt(300) + ".test. A"), Trust.ANSWER).orElse(null);
      if (found != null
          && found.outcome() instanceof Outcome.Positive(List<RRset> rrsets, Trust trust)) {
        wrong += rrsets.getFirst().rdata().size() == found.ttlSeconds() - 1_000 ? 0 : 1;
      }
      wrong += cache.octets() <= bound ? 0 : 1;
    }
    return wrong;
  }

  /** True if the cache has the name; else it is stored, as a resolver would. */
  private static boolean askFor(String name, RRsetCache cache) {
    boolean hit = cache.find(question(name + " A"), Trust.ANSWER).isPresent();
    if (!hit) {
      cache.store(oneAddress(name), Trust.ANSWER);
    }
    return hit;
  }

  private static void insertSomething(RRsetCache cache, SplittableRandom random) {
    String name = "n" + random.nextInt(2_000) + ".test.";
    switch (random.nextInt(6)) {
      case 0 -> cache.storeNoData(question(name + " AAAA"), SOA);
      case 1 -> cache.storeNoSuchName(question(name + " AAAA"), SOA);
      case 2 ->
          cache.storeDelegation(
              RRset.of(DomainName.of(name), RRClass.IN, 300, ONE_SERVER, List.of()),
              DomainName.ROOT);
      case 3 -> cache.find(question(name + " A"), Trust.GLUE);
      case 4 -> cache.store(addresses(name, 1 + random.nextInt(20)), Trust.GLUE);
      default -> cache.store(oneAddress(name), Trust.ANSWER);
    }
  }

  /** 2^{@code pairs} names, for "az" and "b[" have the same hash. */
  private static List<DomainName> collidingNames(int pairs) {
    List<DomainName> names = new ArrayList<>();
    for (int bits = 0; bits < 1 << pairs; bits++) {
      StringBuilder label = new StringBuilder();
      for (int pair = 0; pair < pairs; pair++) {
        label.append((bits >> pair & 1) == 0 ? "az" : "b[");
      }
      names.add(DomainName.of(label + ".test."));
    }
    return names;
  }

  private static RRset oneAddress(String name) {
    return RRset.of(DomainName.of(name), RRClass.IN, 300, ONE_ADDRESS, List.of());
  }

  private RRsetCache cacheOf(long octets) {
    return new RRsetCache(
        ResolverLimits.DEFAULT.toBuilder().cacheOctets(octets).build(),
        CacheOptions.DEFAULT,
        time,
        new SplittableRandom(1));
  }
}
