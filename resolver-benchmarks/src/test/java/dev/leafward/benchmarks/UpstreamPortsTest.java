// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of what {@code UpstreamPorts} measures in a million queries. */
@Timeout(180)
class UpstreamPortsTest {

  private static final int QUERIES = 20_000;

  /** What happens once in ten thousand million runs by chance is no chance. */
  private static final double NEVER = 1e-10;

  @Test
  @DisplayName("A1: IDs and ports of a resolver's queries are drawn evenly from their whole ranges")
  void drawsIdsAndPortsEvenly() throws Exception {
    PairStatistics drawn = UpstreamPorts.ofResolver(QUERIES);
    // Of so many drawn from all 64,512 ports 17,200 differ, give or take some fifty.
    assertThat(drawn.distinctPorts()).isBetween(16_900L, 17_500L);
    assertThat(drawn.idProbability()).isGreaterThan(NEVER);
    assertThat(drawn.portProbability()).isGreaterThan(NEVER);
    assertThat(drawn.idLagProbability()).isGreaterThan(NEVER);
    assertThat(drawn.portLagProbability()).isGreaterThan(NEVER);
    assertThat(drawn.idWithPortProbability()).isGreaterThan(NEVER);
  }

  @Test
  @DisplayName("A1: a pool uses each port several times, which is why it is not the default")
  void thePoolRepeatsPorts() throws Exception {
    PairStatistics drawn = UpstreamPorts.ofPool(QUERIES);
    assertThat(drawn.idProbability()).isGreaterThan(NEVER);
    assertThat(drawn.portProbability()).isLessThan(NEVER);
    assertThat(drawn.distinctPorts()).isLessThan(QUERIES / 2);
  }

  @Test
  void knowsEvenFromUneven() {
    RandomGenerator random = new SecureRandom();
    int[] ids = random.ints(400_000, 0, PairStatistics.IDS).toArray();
    int[] ports = random.ints(400_000, PairStatistics.FIRST_PORT, 65_536).toArray();
    PairStatistics even = new PairStatistics(ids, ports);
    assertThat(even.entropy()).isCloseTo(31.75, within(0.05));
    assertThat(even.idProbability()).isGreaterThan(NEVER);
    assertThat(even.portLagProbability()).isGreaterThan(NEVER);
    assertThat(even.idWithPortProbability()).isGreaterThan(NEVER);

    int[] counted = new int[400_000];
    Arrays.setAll(counted, i -> i % PairStatistics.IDS);
    assertThat(new PairStatistics(counted, ports).idLagProbability()).isLessThan(NEVER);
    int[] systems = Arrays.stream(ports).map(port -> 32_768 + port % 28_232).toArray();
    assertThat(new PairStatistics(ids, systems).portProbability()).isLessThan(NEVER);
    assertThat(new PairStatistics(ids, systems).distinctPorts()).isLessThan(28_233);
  }

  @Test
  void agreesWithTablesOfChiSquared() {
    // 63 degrees of freedom: 82.529 and 103.442 are the values of 5 % and of 0.1 %.
    assertThat(PairStatistics.probability(cells(82.529), 64_000)).isCloseTo(0.05, within(0.005));
    assertThat(PairStatistics.probability(cells(103.442), 64_000)).isCloseTo(0.001, within(0.0005));
  }

  /** 64 cells of about 1,000 each whose chi-squared value is nearly this. */
  private static int[] cells(double chiSquared) {
    int[] cells = new int[64];
    int off = (int) Math.round(Math.sqrt(chiSquared * 1000 / 64));
    Arrays.setAll(cells, i -> 1000 + (i % 2 == 0 ? off : -off));
    return cells;
  }
}
