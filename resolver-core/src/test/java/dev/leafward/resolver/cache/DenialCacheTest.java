// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.question;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialCacheTest {
  private static final Question WWW = question("www.example.com. AAAA");
  private static final RRset ADDRESS = rrset("www.example.com. 300 IN AAAA 2001:db8::1");

  private final FakeTime time = new FakeTime();
  private final RRsetCache cache =
      new RRsetCache(ResolverLimits.DEFAULT, CacheOptions.DEFAULT, time, new SplittableRandom(1));

  @ParameterizedTest
  @CsvSource({
    "900,  600,  600",
    "600,  900,  600",
    "9000, 9000, 3600",
    "9000, 20,   20",
    "0,    600,  0",
    "600,  0,    0"
  })
  void holdsForTheLeastOfTtlAndMinimumAndLimit(long ttl, long minimum, long held) {
    cache.storeNoData(WWW, soa(ttl, minimum));
    cache.storeNoSuchName(question("no.example.com. A"), soa(ttl, minimum));

    assertThat(ttlOf(cache.find(WWW, Trust.ANSWER))).isEqualTo(held);
    assertThat(ttlOf(cache.find(question("no.example.com. A"), Trust.ANSWER))).isEqualTo(held);
  }

  @Test
  void comesBackWithTheSoaCountedDown() {
    cache.storeNoData(WWW, soa(900, 600));
    time.passSeconds(100);

    RRset counted = soa(500, 600);
    assertThat(cache.find(WWW, Trust.ANSWER))
        .contains(
            new CacheResult(
                new Outcome.NoData(Optional.of(counted)),
                Trust.ANSWER,
                500,
                CacheResult.Freshness.FRESH));

    time.pass(Duration.ofMillis(500_000));
    assertThat(cache.find(WWW, Trust.ANSWER)).isEmpty();
  }

  @Test
  void keepsTheSignaturesOfTheSoa() {
    RRset signed =
        rrset(
            "example.com. 600 IN SOA ns.example.com. hostmaster.example.com. 1 2 3 4 600",
            "example.com. 600 IN RRSIG SOA 13 2 600 20260201000000 20260101000000 4711"
                + " example.com. c2lnbmF0dXJl");

    cache.storeNoSuchName(WWW, signed);

    assertThat(cache.find(WWW, Trust.ANSWER))
        .map(CacheResult::outcome)
        .contains(new Outcome.NoSuchName(Optional.of(signed)));
  }

  @Test
  void deniesOneTypeOnlyWithoutData() {
    cache.storeNoData(WWW, soa(600, 600));

    assertThat(cache.find(question("www.example.com. A"), Trust.GLUE)).isEmpty();
  }

  @Test
  void deniesEveryTypeButAnyWithoutTheName() {
    cache.storeNoSuchName(WWW, soa(600, 600));

    assertThat(cache.find(question("www.example.com. MX"), Trust.ANSWER))
        .map(CacheResult::outcome)
        .contains(new Outcome.NoSuchName(Optional.of(soa(600, 600))));
    assertThat(cache.find(question("www.example.com. ANY"), Trust.GLUE)).isEmpty();
    assertThat(cache.find(question("a.www.example.com. A"), Trust.GLUE)).isEmpty();
    assertThat(cache.find(new Question(WWW.name(), RRType.A, RRClass.CH), Trust.GLUE)).isEmpty();
  }

  @Test
  void deniesTheNamesBelowOnlyIfThatWasSaid() {
    cache.storeNoSuchName(question("a.example.com. A"), soa(600, 600));
    cache.storeNothingAtOrBelow(question("b.example.com. A"), soa(600, 600));
    Outcome below =
        new Outcome.NoSuchName(
            Optional.of(soa(600, 600)), Optional.of(DomainName.of("b.example.com")));

    assertThat(cache.find(question("x.a.example.com. A"), Trust.ANSWER)).isEmpty();
    assertThat(cache.find(question("b.example.com. MX"), Trust.ANSWER)).isPresent();
    assertThat(cache.find(question("y.x.b.example.com. MX"), Trust.ANSWER))
        .map(CacheResult::outcome)
        .contains(below);
    assertThat(cache.find(question("example.com. A"), Trust.ANSWER)).isEmpty();

    time.passSeconds(600);
    assertThat(cache.find(question("y.x.b.example.com. MX"), Trust.ANSWER)).isEmpty();
  }

  @Test
  void deniesNothingBelowThatIsKnown() {
    cache.store(ADDRESS, Trust.ANSWER);
    cache.storeNothingAtOrBelow(question("example.com. A"), soa(600, 600));

    assertThat(cache.find(WWW, Trust.ANSWER))
        .map(CacheResult::outcome)
        .get()
        .isInstanceOf(Outcome.Positive.class);
  }

  @Test
  void saysNothingOfNamesBelowOnceItIsStale() {
    ServeStale stale = ServeStale.RECOMMENDED;
    RRsetCache keeping =
        new RRsetCache(
            ResolverLimits.DEFAULT,
            CacheOptions.DEFAULT.toBuilder().serveStale(stale).build(),
            time,
            new SplittableRandom(1));
    keeping.storeNothingAtOrBelow(question("b.example.com. A"), soa(600, 600));
    time.passSeconds(601);

    assertThat(keeping.findStale(question("b.example.com. A"))).isPresent();
    assertThat(keeping.findStale(question("x.b.example.com. A"))).isEmpty();
  }

  @Test
  void answersBeforeANoSuchNameThatIsOlder() {
    cache.storeNoSuchName(WWW, soa(600, 600));
    cache.store(ADDRESS, Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.ANSWER)).map(CacheResult::ttlSeconds).contains(300L);
    assertThat(cache.find(question("www.example.com. A"), Trust.GLUE))
        .as("the name exists after all")
        .isEmpty();
  }

  @Test
  void glueDoesNotProveThatANameExists() {
    cache.storeNoSuchName(WWW, soa(600, 600));
    cache.store(ADDRESS, Trust.GLUE);

    assertThat(cache.find(WWW, Trust.ANSWER))
        .map(CacheResult::outcome)
        .get()
        .isInstanceOf(Outcome.NoSuchName.class);
  }

  @Test
  void takesThePlaceOfData() {
    cache.store(ADDRESS, Trust.ANSWER);
    cache.storeNoData(WWW, soa(600, 600));

    assertThat(cache.find(WWW, Trust.ANSWER))
        .map(CacheResult::outcome)
        .get()
        .isInstanceOf(Outcome.NoData.class);
    assertThat(cache.entries()).isEqualTo(1);
  }

  @Test
  void isNotUndoneByGlue() {
    cache.storeNoData(WWW, soa(600, 600));
    cache.store(ADDRESS, Trust.GLUE);

    assertThat(cache.find(WWW, Trust.GLUE))
        .map(CacheResult::outcome)
        .get()
        .isInstanceOf(Outcome.NoData.class);
  }

  @Test
  void givesWayToAnAlias() {
    cache.storeNoData(WWW, soa(600, 600));
    cache.store(rrset("www.example.com. 60 IN CNAME web.example.net."), Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.ANSWER))
        .map(CacheResult::outcome)
        .get()
        .isInstanceOf(Outcome.Alias.class);
  }

  @Test
  void refusesASoaThatIsNotAboveTheName() {
    cache.storeNoData(question("www.example.net. A"), soa(600, 600));

    assertThat(cache.entries()).isZero();
  }

  @Test
  void takesASoaAtTheNameItself() {
    cache.storeNoData(question("example.com. A"), soa(600, 600));

    assertThat(cache.find(question("example.com. A"), Trust.ANSWER))
        .map(CacheResult::outcome)
        .contains(new Outcome.NoData(Optional.of(soa(600, 600))));
  }

  @Test
  void demandsASoa() {
    assertThatThrownBy(() -> cache.storeNoData(WWW, ADDRESS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no SOA record");
  }

  private static long ttlOf(Optional<CacheResult> result) {
    return result.map(CacheResult::ttlSeconds).orElse(0L);
  }

  private static RRset soa(long ttl, long minimum) {
    return rrset(
        "example.com. "
            + ttl
            + " IN SOA ns.example.com. hostmaster.example.com. 1 7200 900 1209600 "
            + minimum);
  }
}
