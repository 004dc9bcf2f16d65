// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.simulation.LinkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Networks that lose much, lose one address family, or lose the root. */
class OutagesTest {

  private static final LinkConditions STEADY = LinkConditions.of(Duration.ofMillis(10));
  private static final LinkConditions BLACK_HOLE = STEADY.withLoss(1);
  private static final List<String> IPV6 =
      IntStream.range(1, 5).mapToObj(i -> "2001:db8::53:" + i).toList();

  private static SimulatedInternet bothFamilies(int seed) {
    SimulatedInternet internet = MockInternet.simulated(seed).conditions(STEADY);
    List<String> addresses = new ArrayList<>(Zoo.addresses(4));
    addresses.addAll(IPV6);
    return Zoo.in(internet, addresses);
  }

  private static void ipv6(SimulatedInternet internet, LinkConditions conditions) {
    IPV6.forEach(address -> internet.conditions(address, conditions));
  }

  @Test
  @DisplayName("F8, goal 43: an IPv6 that swallows everything")
  void learnsThatIpv6IsABlackHole() {
    for (int seed = 0; seed < 20; seed++) {
      SimulatedInternet internet = bothFamilies(seed);
      ipv6(internet, BLACK_HOLE);
      Resolver resolver = internet.recursive().build();

      assertThat(Zoo.time(resolver, internet, "first"))
          .as("first, seed " + seed)
          .isLessThanOrEqualTo(Duration.ofMillis(4 * 20 + 400));
      List<Duration> times = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        internet.time().advance(Duration.ofSeconds(1));
        times.add(Zoo.time(resolver, internet, "n" + i));
      }
      Collections.sort(times);
      assertThat(times.get(50)).as("median, seed " + seed).isEqualTo(Duration.ofMillis(20));
      assertThat(times.get(95)).as("p95, seed " + seed).isEqualTo(Duration.ofMillis(20));
    }
  }

  @Test
  @DisplayName("F8: IPv6 is in use again within a minute of its healing")
  void usesIpv6AgainWhenItHeals() {
    SimulatedInternet internet = bothFamilies(3);
    ipv6(internet, BLACK_HOLE);
    Resolver resolver = internet.recursive().build();
    for (int i = 0; i < 100; i++) {
      internet.time().advance(Duration.ofSeconds(1));
      Zoo.finds(resolver, "n" + i);
    }
    ipv6(internet, STEADY);
    internet.forgetQueries();
    for (int i = 0; i < 60; i++) {
      internet.time().advance(Duration.ofSeconds(1));
      assertThat(Zoo.finds(resolver, "m" + i)).isTrue();
    }
    assertThat(internet.queries())
        .anyMatch(each -> each.server().getAddress().getAddress().length == 16);
  }

  @Test
  @DisplayName("F10, goal 45: all roots dead")
  void livesOnWhatItKnowsWhileTheRootsAreDead() throws Exception {
    SimulatedInternet internet = MockInternet.simulated(4).conditions(STEADY);
    List<String> roots = IntStream.range(1, 14).mapToObj(i -> "198.41.0." + i).toList();
    StringBuilder root = new StringBuilder("$TTL 86400\n. SOA a.root. h. 1 1800 900 604800 60\n");
    for (int i = 0; i < 13; i++) {
      root.append(". NS %c.root.\n%c.root. A %s\n".formatted('a' + i, 'a' + i, roots.get(i)));
    }
    Zoo.in(internet, Zoo.addresses(2), root + "com. NS a.gtld-servers.com.\n", roots);
    Resolver resolver = internet.recursive().build();
    assertThat(Zoo.finds(resolver, "warm")).isTrue();
    roots.forEach(address -> internet.server(address).silent().refusingTcp());

    for (int i = 0; i < 100; i++) {
      assertThat(Zoo.finds(resolver, "n" + i)).isTrue();
      internet.time().advance(Duration.ofSeconds(1));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(Zoo.timeOf(resolver, internet, "www.cold" + i + "."))
          .isLessThanOrEqualTo(Duration.ofSeconds(7));
      internet.time().advance(Duration.ofSeconds(1));
    }
    roots.forEach(address -> internet.server(address).healthy());
    int waited = 0;
    while (!Zoo.isDenied(resolver, "www.back" + waited + ".")) {
      assertThat(++waited).isLessThanOrEqualTo(5);
      internet.time().advance(Duration.ofSeconds(1));
    }
  }

  @Test
  @DisplayName("F11, goal 46: 30 % loss each way, three servers, 2,000 seeds")
  void answersThroughHeavyLoss() {
    int seeds = 2_000;
    int answered = 0;
    for (int seed = 0; seed < seeds; seed++) {
      SimulatedInternet internet = MockInternet.simulated(seed).conditions(STEADY.withLoss(0.3));
      ManyZones.in(internet, 1, 3);
      answered += ManyZones.finds(internet.recursive().build(), 0) ? 1 : 0;
    }
    assertThat(answered).isGreaterThanOrEqualTo(seeds - seeds / 1_000);
  }
}
