// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Asks the next server while still listening to a slow one. */
class HedgingTest {

  private static final Duration ROUND_TRIP = Duration.ofMillis(20);

  private final SimulatedInternet internet = MockInternet.simulated(1);

  private Resolver warmedResolver(SimulatedInternet world) throws Exception {
    world.conditions(LinkConditions.of(ROUND_TRIP.dividedBy(2)));
    ManyZones.in(world, 80);
    Resolver resolver = world.recursive().build();
    for (int i = 0; i < 40; i++) {
      resolver.resolve(ManyZones.name(i), RRType.A);
    }
    world.forgetQueries();
    return resolver;
  }

  @Test
  void takesTheReplyOfASlowServerThatWasAskedFirst() throws Exception {
    Resolver resolver = warmedResolver(internet);
    for (String address : ManyZones.serversOf(50)) {
      internet.server(address).delaying(Duration.ofMillis(200));
    }
    Duration took = timeOf(resolver, internet, 50);

    assertThat(took).isLessThan(Duration.ofMillis(245));
    assertThat(internet.queries()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void losesLittleTimeToASilentServer() throws Exception {
    Resolver resolver = warmedResolver(internet);
    internet.server(ManyZones.serversOf(50).getFirst()).silent();
    internet.server(ManyZones.serversOf(51).getFirst()).silent();
    internet.server(ManyZones.serversOf(52).getFirst()).silent();
    for (int i = 50; i < 53; i++) {
      assertThat(timeOf(resolver, internet, i)).isLessThanOrEqualTo(Duration.ofMillis(110));
    }
  }

  @Test
  void sendsNothingInVainWhereNothingIsLost() throws Exception {
    Resolver resolver = warmedResolver(internet);
    for (int i = 40; i < 80; i++) {
      resolver.resolve(ManyZones.name(i), RRType.A);
    }
    assertThat(internet.queries()).hasSize(2 * 40);
  }

  /** The figures of a walk through zones that were never asked before, at 2 % loss each way. */
  @Test
  void losesLittleTimeToALossyNetwork() throws Exception {
    int walks = 2_000;
    SimulatedInternet world = MockInternet.simulated(2);
    ManyZones.in(world, walks);
    world.conditions(LinkConditions.of(ROUND_TRIP.dividedBy(2)).withLoss(0.02));
    Resolver resolver = world.recursive().build();
    long[] nanos = new long[walks];
    for (int i = 0; i < walks; i++) {
      nanos[i] = timeOf(resolver, world, i).toNanos();
    }
    Arrays.sort(nanos);
    double mean = Arrays.stream(nanos, 0, walks).average().orElseThrow() / ROUND_TRIP.toNanos();

    assertThat(mean).isLessThan(2.5);
    assertThat(Duration.ofNanos(nanos[walks * 99 / 100])).isLessThan(Duration.ofMillis(200));
  }

  private static Duration timeOf(Resolver resolver, SimulatedInternet world, int zone)
      throws Exception {
    long before = world.time().nanos();
    Answer answer = resolver.resolve(ManyZones.name(zone), RRType.A);
    assertThat(((Answer.Found) answer).addresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.0.2.80");
    return Duration.ofNanos(world.time().nanos() - before);
  }
}
