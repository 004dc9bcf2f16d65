// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole resolver walks a mocked Internet, of either kind. */
@Timeout(30)
class ResolverOnMockInternetTest {

  static Stream<MockInternet> bothKinds() {
    return Stream.of(MockInternet.onLoopback(), MockInternet.simulated(1));
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void walksFromTheRoot(MockInternet internet) throws ResolutionException {
    try (internet;
        Resolver resolver = LittleWorld.addTo(internet).recursive().build()) {
      Answer answer = resolver.resolve("alias.example.com.", RRType.A);

      assertThat(answer).isInstanceOf(Answer.Found.class);
      assertThat(((Answer.Found) answer).addresses())
          .containsExactly(InetAddresses.forString("192.0.2.80"));
      assertThat(internet.queriesTo(LittleWorld.ROOT_SERVER)).isNotEmpty();
      assertThat(internet.queriesTo(LittleWorld.TLD_SERVER)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void fetchesLargeAnswersByTcp(MockInternet internet) throws ResolutionException {
    try (internet;
        Resolver resolver = LittleWorld.addTo(internet).recursive().build()) {
      Answer answer = resolver.resolve("many.example.com.", RRType.TXT);

      assertThat(((Answer.Found) answer).rrset().rdata()).hasSize(60);
      assertThat(internet.queries().getLast().protocol().toString()).isEqualTo("TCP");
    }
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void goesOnToAnotherServer(MockInternet internet) throws ResolutionException {
    try (internet;
        Resolver resolver = LittleWorld.addTo(internet).recursive().build()) {
      internet.server(LittleWorld.ZONE_SERVER).refusing();
      Answer answer = resolver.resolve("www.example.com.", RRType.A);

      assertThat(answer).isInstanceOf(Answer.Found.class);
      assertThat(internet.queriesTo(LittleWorld.SECOND_ZONE_SERVER)).hasSize(1);
    }
  }

  @Test
  void equalSeedsGiveEqualResolutions() throws ResolutionException {
    List<SimulatedExchange> first = simulatedRun(5);

    assertThat(first).isNotEmpty().isEqualTo(simulatedRun(5)).isNotEqualTo(simulatedRun(6));
  }

  private static List<SimulatedExchange> simulatedRun(long seed) throws ResolutionException {
    SimulatedInternet internet = LittleWorld.addTo(MockInternet.simulated(seed));
    try (Resolver resolver = internet.recursive().build()) {
      resolver.resolve("alias.example.com.", RRType.A);
      resolver.resolve("nosuch.example.com.", RRType.A);
      resolver.resolve("many.example.com.", RRType.TXT);
    }
    return internet.log();
  }
}
