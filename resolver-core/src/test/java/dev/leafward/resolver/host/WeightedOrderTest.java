// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.SRV;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedOrderTest {
  private static final int TRIALS = 20_000;

  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void lowerPrioritiesComeFirstWhateverTheWeights() {
    List<SRV> records = List.of(srv(20, 65535), srv(10, 0), srv(30, 1), srv(10, 1));
    for (int i = 0; i < 100; i++) {
      assertThat(WeightedOrder.of(records, random))
          .extracting(SRV::priority)
          .containsExactly(10, 10, 20, 30);
    }
  }

  @Test
  void firstPlacesAreInProportionToTheWeights() {
    Map<Integer, Double> shares = sharesOfFirstPlace(1000, 3000, 6000);

    assertThat(shares.get(1000)).isCloseTo(0.1, within(0.01));
    assertThat(shares.get(3000)).isCloseTo(0.3, within(0.01));
    assertThat(shares.get(6000)).isCloseTo(0.6, within(0.01));
  }

  @Test
  void theRestIsInProportionAmongItself() {
    List<SRV> records = List.of(srv(1, 6000), srv(1, 1000), srv(1, 3000));
    long thirdWasSmall = 0;
    long firstWasLarge = 0;
    for (int i = 0; i < TRIALS; i++) {
      List<SRV> order = WeightedOrder.of(records, random);
      if (order.getFirst().weight() == 6000) {
        firstWasLarge++;
        thirdWasSmall += order.getLast().weight() == 1000 ? 1 : 0;
      }
    }
    assertThat((double) thirdWasSmall / firstWasLarge).isCloseTo(0.75, within(0.015));
  }

  /** Weights of 0 and 9 have sums of 0 and 9: of the ten numbers, one is the former's. */
  @Test
  void weightOfZeroHasASmallChance() {
    assertThat(sharesOfFirstPlace(0, 9).get(0)).isCloseTo(0.1, within(0.01));
  }

  @Test
  void severalOfWeightZeroTakeTurnsByChance() {
    List<SRV> records = List.of(srv(1, 0, "a"), srv(1, 0, "b"), srv(1, 0, "c"));
    Map<DomainName, Long> first =
        IntStream.range(0, TRIALS)
            .mapToObj(i -> WeightedOrder.of(records, random).getFirst().target())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(first.values())
        .hasSize(3)
        .allSatisfy(count -> assertThat(count / (double) TRIALS).isCloseTo(1 / 3.0, within(0.02)));
  }

  @Test
  void everyRecordIsThereOnce() {
    List<SRV> records = List.of(srv(1, 5, "a"), srv(1, 65535, "b"), srv(1, 65535, "c"));
    assertThat(WeightedOrder.of(records, random)).containsExactlyInAnyOrderElementsOf(records);
    assertThat(WeightedOrder.of(List.of(), random)).isEmpty();
  }

  private Map<Integer, Double> sharesOfFirstPlace(int... weights) {
    List<SRV> records = Arrays.stream(weights).mapToObj(weight -> srv(1, weight)).toList();
    return IntStream.range(0, TRIALS)
        .mapToObj(i -> WeightedOrder.of(records, random).getFirst().weight())
        .collect(
            Collectors.groupingBy(
                Function.identity(),
                Collectors.collectingAndThen(
                    Collectors.counting(), count -> count / (double) TRIALS)));
  }

  private static SRV srv(int priority, int weight) {
    return srv(priority, weight, "host");
  }

  private static SRV srv(int priority, int weight, String target) {
    return new SRV(priority, weight, 80, DomainName.of(target));
  }
}
