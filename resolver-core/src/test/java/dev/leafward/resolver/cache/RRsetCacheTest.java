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
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RRsetCacheTest {
  private static final Question WWW = question("www.example.com. A");
  private static final RRset OLD = rrset("www.example.com. 300 IN A 192.0.2.1");
  private static final RRset NEW = rrset("www.example.com. 300 IN A 192.0.2.2");

  private final FakeTime time = new FakeTime();
  private final RRsetCache cache =
      new RRsetCache(ResolverLimits.DEFAULT, CacheOptions.DEFAULT, time, new SplittableRandom(1));

  @Test
  void givesBackTheRRsetThatWasStored() {
    RRset signed =
        rrset(
            "www.example.com. 300 IN A 192.0.2.1",
            "www.example.com. 300 IN A 192.0.2.2",
            "www.example.com. 300 IN RRSIG A 13 3 300 20260201000000 20260101000000 4711"
                + " example.com. c2lnbmF0dXJl");

    cache.store(signed, Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.ANSWER))
        .contains(
            new CacheResult(
                new Outcome.Positive(List.of(signed)),
                Trust.ANSWER,
                300,
                CacheResult.Freshness.FRESH));
  }

  @Test
  void knowsNothingOfOtherNamesTypesAndClasses() {
    cache.store(OLD, Trust.ANSWER);

    assertThat(cache.find(question("example.com. A"), Trust.GLUE)).isEmpty();
    assertThat(cache.find(question("www.example.com. AAAA"), Trust.GLUE)).isEmpty();
    assertThat(cache.find(new Question(WWW.name(), RRType.A, RRClass.CH), Trust.GLUE)).isEmpty();
  }

  @Test
  void findsNamesWithoutRegardToCaseAndAnswersInTheCaseOfTheQuestion() {
    cache.store(OLD, Trust.ANSWER);

    RRset found = positive(cache.find(question("wWw.EXAMPLE.cOm. A"), Trust.ANSWER));

    assertThat(found.name()).hasToString("wWw.EXAMPLE.cOm.");
    assertThat(found).isEqualTo(OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "GLUE,     GLUE,     true",
    "GLUE,     REFERRAL, true",
    "GLUE,     AUTHORITY,true",
    "GLUE,     ANSWER,   true",
    "REFERRAL, GLUE,     false",
    "REFERRAL, ANSWER,   true",
    "AUTHORITY,GLUE,     false",
    "AUTHORITY,REFERRAL, false",
    "AUTHORITY,AUTHORITY,true",
    "ANSWER,   GLUE,     false",
    "ANSWER,   REFERRAL, false",
    "ANSWER,   AUTHORITY,false",
    "ANSWER,   ANSWER,   true"
  })
  void replacesWhatIsBelievedNoMore(Trust present, Trust fresh, boolean replaced) {
    cache.store(OLD, present);

    cache.store(NEW, fresh);

    assertThat(positive(cache.find(WWW, Trust.GLUE))).isEqualTo(replaced ? NEW : OLD);
    assertThat(cache.find(WWW, Trust.GLUE))
        .map(CacheResult::trust)
        .contains(replaced ? fresh : present);
  }

  @Test
  void replacesMoreTrustedDataOnceTheyHaveExpired() {
    cache.store(OLD, Trust.ANSWER);
    time.passSeconds(300);

    cache.store(NEW, Trust.GLUE);

    assertThat(positive(cache.find(WWW, Trust.GLUE))).isEqualTo(NEW);
  }

  @ParameterizedTest
  @CsvSource({"GLUE, REFERRAL", "GLUE, ANSWER", "REFERRAL, ANSWER", "AUTHORITY, ANSWER"})
  void keepsBackWhatIsBelievedTooLittle(Trust stored, Trust least) {
    cache.store(OLD, stored);

    assertThat(cache.find(WWW, least)).isEmpty();
    assertThat(cache.find(WWW, stored)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "0,      300",
    "1,      300",
    "1000,   299",
    "1001,   299",
    "298999, 2",
    "299000, 1",
    "299999, 1",
    "300000, 0",
    "400000, 0"
  })
  void countsTheTtlDownInWholeSeconds(long millis, long left) {
    cache.store(OLD, Trust.ANSWER);

    time.pass(Duration.ofMillis(millis));

    Optional<CacheResult> found = cache.find(WWW, Trust.ANSWER);
    assertThat(found.map(CacheResult::ttlSeconds).orElse(0L)).isEqualTo(left);
    assertThat(found.isPresent()).isEqualTo(left > 0);
    found.ifPresent(result -> assertThat(positive(found).ttl()).isEqualTo(left));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2036-01-01T00:00:00Z", "2025-12-31T23:00:00Z"})
  void doesNotMindTheClockOnTheWall(Instant jump) {
    cache.store(OLD, Trust.ANSWER);

    time.setWallClock(jump);

    assertThat(cache.find(WWW, Trust.ANSWER)).map(CacheResult::ttlSeconds).contains(300L);
  }

  @ParameterizedTest
  @CsvSource({"86399, 86399", "86400, 86400", "86401, 86400", "2147483647, 86400"})
  void keepsNothingLongerThanTheLongestTtl(long ttl, long kept) {
    cache.store(OLD.withTtl(ttl), Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.ANSWER)).map(CacheResult::ttlSeconds).contains(kept);
  }

  @Test
  void doesNotStoreWhatHasNoTimeToLive() {
    cache.store(OLD.withTtl(0), Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.GLUE)).isEmpty();
    assertThat(cache.entries()).isZero();
  }

  @Test
  void answersWithTheAliasWhereTheTypeItselfIsNotThere() {
    RRset cname = rrset("www.example.com. 60 IN CNAME web.example.net.");
    cache.store(cname, Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.ANSWER))
        .contains(
            new CacheResult(
                new Outcome.Alias(cname, DomainName.of("web.example.net.")),
                Trust.ANSWER,
                60,
                CacheResult.Freshness.FRESH));
    assertThat(positive(cache.find(question("www.example.com. CNAME"), Trust.ANSWER)))
        .isEqualTo(cname);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RRSIG", "NSEC", "KEY", "ANY"})
  void givesNoAliasForTypesThatStandBesideIt(String type) {
    cache.store(rrset("www.example.com. 60 IN CNAME web.example.net."), Trust.ANSWER);

    assertThat(cache.find(question("www.example.com. " + type), Trust.GLUE)).isEmpty();
  }

  @Test
  void followsNoAliasThatIsNotFromAnAnswer() {
    cache.store(rrset("www.example.com. 60 IN CNAME web.example.net."), Trust.AUTHORITY);

    assertThat(cache.find(WWW, Trust.GLUE)).isEmpty();
  }

  @Test
  void prefersTheTypeItselfToTheAlias() {
    cache.store(rrset("www.example.com. 60 IN CNAME web.example.net."), Trust.ANSWER);
    cache.store(OLD, Trust.GLUE);

    assertThat(positive(cache.find(WWW, Trust.GLUE))).isEqualTo(OLD);
    assertThat(cache.find(WWW, Trust.ANSWER))
        .get()
        .extracting(CacheResult::outcome)
        .isInstanceOf(Outcome.Alias.class);
  }

  @Test
  void neverAnswersForAllTypes() {
    cache.store(OLD, Trust.ANSWER);
    cache.store(rrset("www.example.com. 60 IN TXT here"), Trust.ANSWER);

    assertThat(cache.find(question("www.example.com. ANY"), Trust.GLUE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TYPE0", "TYPE65535", "OPT", "ANY", "TYPE200"})
  void storesNothingOfTypesThatNoZoneHolds(String type) {
    RData data = new UnknownRData(RRType.parse(type), Octets.of(new byte[1]));
    cache.store(RRset.of(WWW.name(), RRClass.IN, 60, List.of(data), List.of()), Trust.ANSWER);

    assertThat(cache.entries()).isZero();
    assertThat(cache.find(question("www.example.com. " + type), Trust.GLUE)).isEmpty();
    assertThat(cache.delegation(WWW.name(), RRClass.IN)).isEmpty();
  }

  @Test
  void storesNoSignaturesOnTheirOwn() {
    cache.store(
        rrset(
            "www.example.com. 300 IN RRSIG A 13 3 300 20260201000000 20260101000000 4711"
                + " example.com. c2lnbmF0dXJl"),
        Trust.ANSWER);

    assertThat(cache.entries()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false", "5000, false"})
  void storesNoSetOfTooManyRecords(int records, boolean stored) {
    cache.store(addresses("www.example.com.", records), Trust.ANSWER);

    assertThat(cache.find(WWW, Trust.ANSWER).isPresent()).isEqualTo(stored);
  }

  @Test
  void storesNoSetOfTooManyOctets() {
    String[] lines = new String[70];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "www.example.com. 60 IN TXT " + "x".repeat(240) + i;
    }

    cache.store(rrset(lines), Trust.ANSWER);

    assertThat(cache.find(question("www.example.com. TXT"), Trust.ANSWER)).isEmpty();
    assertThat(cache.octets()).isZero();
  }

  private static RRset positive(Optional<CacheResult> result) {
    assertThat(result).isPresent();
    assertThat(result.get().outcome()).isInstanceOf(Outcome.Positive.class);
    return ((Outcome.Positive) result.get().outcome()).rrsets().getFirst();
  }
}
