// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulator.History.Age;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said after a zone has changed: {@code www.} had 192.0.2.1 until the second 100. */
class MomentTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long CHANGED = 100;
  private static final DomainName WWW = DomainName.of("www.");
  private static final ServeStale STALE =
      new ServeStale(
          Duration.ofSeconds(600),
          Duration.ofSeconds(30),
          Duration.ZERO,
          ServeStale.OnFailure.AGES_ON);

  private static Plot root(String... records) {
    try {
      return new Plot(
          DomainName.ROOT,
          ZoneFileReader.readAll(
              ". 300 SOA ns. h. 1 2 3 4 60\n" + String.join("\n", records) + "\n", DomainName.ROOT),
          List.of(),
          List.of(),
          List.of());
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static RRset www(long ttl, String address) {
    String record = "www. " + ttl + " A " + address;
    return RRset.group(root(record).records()).getLast();
  }

  /** A moment so many seconds after the zone got its present records. */
  private static Moment moment(ServeStale stale, long seconds, String... present) {
    Topology before = new Topology(List.of(root("www. 60 A 192.0.2.1")), Set.of());
    Plot changed = root(present);
    Topology after = before.with(List.of(changed));
    Scenario scenario =
        new Scenario(
            0,
            new History(
                List.of(
                    new Age(before, List.of(), Set.of()),
                    new Age(after, List.of(changed), Set.of()))),
            Map.of(),
            LinkConditions.of(Duration.ZERO),
            new Setup(QnameMinimisation.OFF, false, List.of(), stale, Prefetch.OFF),
            List.of());
    Play play = new Play(List.of(round(0), round(CHANGED)), List.of(), List.of(), Optional.empty());
    return new Moment(scenario, play, 1, (CHANGED + seconds) * SECOND);
  }

  private static RoundPlay round(long seconds) {
    return new RoundPlay(seconds * SECOND, seconds * SECOND, List.of(), 0, 0, 0, List.of());
  }

  private static boolean isFound(Moment moment, RRset seen, boolean mayBeStale) {
    return moment.isFound(WWW, RRType.A, List.of(seen), mayBeStale);
  }

  @ParameterizedTest(name = "after {0} s, with a TTL of {1}: {2}")
  @CsvSource({
    "0, 60, true",
    "0, 61, false",
    "10, 50, true",
    "10, 51, false",
    "59, 1, true",
    "60, 1, false",
    "60, 0, false"
  })
  void whatWasSaidBeforeHoldsForItsTtl(long seconds, long ttl, boolean holds) {
    Moment moment = moment(ServeStale.OFF, seconds, "www. 60 A 192.0.2.2");

    assertThat(isFound(moment, www(ttl, "192.0.2.1"), false)).isEqualTo(holds);
    assertThat(isFound(moment, www(60, "192.0.2.2"), false)).isTrue();
    assertThat(isFound(moment, www(61, "192.0.2.2"), false)).isFalse();
    assertThat(isFound(moment, www(1, "192.0.2.3"), true)).isFalse();
  }

  @ParameterizedTest(name = "after {0} s, with a TTL of {1}: {2}")
  @CsvSource({"61, 30, true", "61, 31, false", "660, 30, true", "662, 30, false"})
  void whatIsMarkedStaleMayBeOlder(long seconds, long ttl, boolean holds) {
    Moment moment = moment(STALE, seconds, "www. 60 A 192.0.2.2");
    RRset old = www(ttl, "192.0.2.1");

    assertThat(isFound(moment, old, true)).isEqualTo(holds);
    assertThat(isFound(moment, old, false)).isFalse();
    assertThat(isFound(moment(ServeStale.OFF, seconds, "www. 60 A 192.0.2.2"), old, true))
        .isFalse();
  }

  @Test
  void aDenialHoldsAsLongAsItsSoaSays() {
    RRset soa = RRset.group(root().records()).getFirst();
    Moment gone = moment(ServeStale.OFF, 10);

    assertThat(gone.isNoSuchName(WWW, RRType.A, Optional.of(soa.withTtl(60)), false)).isTrue();
    assertThat(gone.isNoSuchName(WWW, RRType.A, Optional.of(soa.withTtl(61)), false)).isFalse();
    assertThat(isFound(gone, www(50, "192.0.2.1"), false)).isTrue();
  }

  @Test
  void anAliasMayLeadBackThroughWhatWasThere() {
    Moment moment = moment(ServeStale.OFF, 10, "www. 60 CNAME other.", "other. 60 CNAME www.");

    assertThat(moment.isAlias(WWW, RRType.A, cname("www. 60 CNAME other."), false)).isTrue();
    assertThat(moment.isAlias(WWW, RRType.A, cname("www. 60 CNAME third."), false)).isFalse();
    assertThat(moment.prospect(new dev.leafward.wire.message.Question(WWW, RRType.A)).returns())
        .isTrue();
  }

  private static RRset cname(String record) {
    return RRset.group(root(record).records()).getLast();
  }
}
