// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.question;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheDumpTest {

  private static final String HEAD = ";; leafward cache 1, 2026-01-01T00:00:00Z\n";

  private final FakeTime time = new FakeTime();
  private final RRsetCache cache = newCache();

  private RRsetCache newCache() {
    return new RRsetCache(
        ResolverLimits.DEFAULT, CacheOptions.DEFAULT, time, new SplittableRandom(1));
  }

  private String dump() throws IOException {
    StringBuilder text = new StringBuilder();
    CacheDump.write(cache.list(), time.wallClock(), text);
    return text.toString();
  }

  private int load(RRsetCache into, String text) throws IOException, TextFormatException {
    return new CacheLoader(new StringReader(text), time.wallClock(), into::restore).load();
  }

  private void fill() {
    cache.storeDelegation(rrset("test. 86400 IN NS ns.nic.test."), DomainName.ROOT);
    cache.store(rrset("ns.nic.test. 3600 IN A 192.0.2.1"), Trust.GLUE);
    cache.store(
        rrset(
            "\\032odd\\.name.test. 300 IN TXT \"a \\\"quoted\\\" \\010 string\" \"; no comment\""),
        Trust.ANSWER);
    cache.storeNoData(
        question("www.test. AAAA"), rrset("test. 600 IN SOA ns.test. h.test. 1 2 3 4 500"));
    cache.storeNoSuchName(
        question("gone.test. A"), rrset("test. 600 IN SOA ns.test. h.test. 1 2 3 4 500"));
  }

  @Test
  void whatIsDumpedCanBeLoaded() throws Exception {
    fill();
    time.passSeconds(100);

    RRsetCache other = newCache();
    assertThat(load(other, dump())).isEqualTo(5);

    assertThat(other.list()).containsExactlyInAnyOrderElementsOf(cache.list().toList());
    assertThat(other.delegation(DomainName.of("test."), RRClass.IN)).isPresent();
    assertThat(other.find(question("ns.nic.test. A"), Trust.ANSWER)).isEmpty();
  }

  @Test
  void theDumpIsAZoneFileToOthers() throws Exception {
    fill();

    assertThat(ZoneFileReader.readAll(dump(), DomainName.ROOT)).hasSize(5);
  }

  @Test
  void timeThatHasPassedIsTakenOff() throws Exception {
    fill();
    String text = dump();
    time.setWallClock(time.wallClock().plus(Duration.ofSeconds(400)));

    RRsetCache later = newCache();
    assertThat(load(later, text)).as("300 s are over").isEqualTo(4);
    assertThat(later.find(question("gone.test. A"), Trust.ANSWER))
        .map(CacheResult::ttlSeconds)
        .contains(100L);

    time.setWallClock(time.wallClock().minus(Duration.ofDays(10)));
    RRsetCache earlier = newCache();
    load(earlier, text);
    assertThat(earlier.find(question("gone.test. A"), Trust.ANSWER))
        .as("a clock that was set back makes nothing longer")
        .map(CacheResult::ttlSeconds)
        .contains(500L);
  }

  @Test
  void whatIsLoadedTakesThePlaceOfNothingThatHolds() throws Exception {
    cache.store(rrset("www.test. 300 IN A 192.0.2.1"), Trust.GLUE);

    load(cache, HEAD + ";; data answer\nwww.test. 300 IN A 192.0.2.66\n");

    assertThat(cache.find(question("www.test. A"), Trust.GLUE).orElseThrow().outcome().toString())
        .contains("192.0.2.1");
  }

  @Test
  void aLoadedDelegationHoldsNoLongerThanThatAboveIt() throws Exception {
    cache.storeDelegation(rrset("test. 60 IN NS ns.test."), DomainName.ROOT);

    load(cache, HEAD + ";; delegation\na.b.test. 9999 IN NS ns.a.b.test.\n");

    time.passSeconds(59);
    assertThat(cache.delegation(DomainName.of("a.b.test."), RRClass.IN)).isPresent();
    time.passSeconds(1);
    assertThat(cache.delegation(DomainName.of("a.b.test."), RRClass.IN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          www.test. 300 IN A 192.0.2.1             | 2 | 1
          ;; nonsense                              | 2 | 4
          ;; data wisdom                           | 2 | 9
          ;; data                                  | 2 | 1
          ;; no-data www..test. A                  | 2 | 12
          ;; no-data www.test. ANY                 | 2 | 22
          ;; data answer/www.test. 300 IN A 1.2.3  | 3 | 20
          ;; data answer/www.test. A               | 3 | 11
          ;; data answer/$INCLUDE /etc/passwd      | 3 | 1
          ;; data answer/www.test. 300 CH A 1.2.3.4 | 3 | 1
          ;; data answer                           | 3 | 1
          ;; delegation/www.test. 300 IN A 192.0.2.1 | 4 | 1
          ;; no-such-name a.test./b. 60 SOA n. h. 1 2 3 4 5 | 4 | 1
          """)
  void refusesWhatItDoesNotUnderstand(String text, int line, int column) {
    assertThatThrownBy(() -> load(cache, HEAD + text.replace('/', '\n') + "\n"))
        .isInstanceOfSatisfying(
            TextFormatException.class,
            e ->
                assertThat(e.line() + ":" + e.column())
                    .as(e.getMessage())
                    .isEqualTo(line + ":" + column));
    assertThat(cache.entries()).isZero();
  }

  @Test
  void refusesATextWithoutAnAge() {
    assertThatThrownBy(() -> load(cache, "")).isInstanceOf(TextFormatException.class);
    assertThatThrownBy(() -> load(cache, ";; data answer\n"))
        .isInstanceOf(TextFormatException.class);
    assertThatThrownBy(() -> load(cache, ";; leafward cache 1, yesterday\n"))
        .isInstanceOf(TextFormatException.class);
  }
}
