// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.question;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.resolver.config.ShownTtl;
import dev.leafward.resolver.config.TtlRange;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with the TTL as it came. */
class ShownTtlTest {
  private static final Question WWW = question("www.example.com. A");
  private static final RRset SOA =
      rrset("example.com. 900 IN SOA ns.example.com. host.example.com. 1 2 3 4 7000");

  private final FakeTime time = new FakeTime();
  private final RRsetCache cache =
      new RRsetCache(
          ResolverLimits.DEFAULT,
          CacheOptions.DEFAULT.toBuilder()
              .ttl(new TtlRange(20, 1_000))
              .negativeTtl(new TtlRange(0, 100))
              .serveStale(ServeStale.RECOMMENDED)
              .prefetch(Prefetch.LAST_TENTH)
              .shownTtl(ShownTtl.ORIGINAL)
              .build(),
          time,
          new SplittableRandom(1));

  private Optional<Long> shown() {
    return cache.find(WWW, Trust.ANSWER).map(ShownTtlTest::ttl);
  }

  private static long ttl(CacheResult result) {
    return switch (result.outcome()) {
      case Outcome.Positive found -> found.rrsets().getFirst().ttl();
      case Outcome.Alias alias -> alias.cname().ttl();
      case Outcome.NoData none -> none.soa().orElseThrow().ttl();
      case Outcome.NoSuchName none -> none.soa().orElseThrow().ttl();
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 500, 90_000})
  void staysTheSameWhateverTheBoundsOfCaching(long ttl) {
    cache.store(rrset("www.example.com. " + ttl + " IN A 192.0.2.1"), Trust.ANSWER);
    assertThat(shown()).contains(ttl);

    time.passSeconds(15);
    assertThat(shown()).contains(ttl);
  }

  @Test
  void doesNotChangeHowLongThingsAreKept() {
    cache.store(rrset("www.example.com. 90000 IN A 192.0.2.1"), Trust.ANSWER);

    time.passSeconds(999);
    assertThat(cache.find(WWW, Trust.ANSWER)).map(CacheResult::ttlSeconds).contains(1L);
    time.passSeconds(1);
    assertThat(shown()).isEmpty();
    assertThat(cache.findStale(WWW)).map(ShownTtlTest::ttl).contains(90_000L);
  }

  @Test
  void ofADenialIsTheLesserOfTtlAndMinimum() {
    cache.storeNoData(WWW, SOA);

    time.passSeconds(99);
    assertThat(shown()).contains(900L);
    time.passSeconds(1);
    assertThat(shown()).isEmpty();
  }

  @Test
  void holdsForAliasesToo() {
    cache.store(rrset("www.example.com. 300 IN CNAME web.example.com."), Trust.ANSWER);

    time.passSeconds(100);

    assertThat(shown()).contains(300L);
    assertThat(cache.find(WWW, Trust.ANSWER)).map(CacheResult::ttlSeconds).contains(200L);
  }
}
