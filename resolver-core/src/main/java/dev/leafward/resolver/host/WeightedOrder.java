// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.wire.rdata.SRV;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Puts SRV records in the order in which a client tries them: by priority, and within one by chance
 * in proportion to the weights.
 *
 * <p>RFC 2782, "Usage rules" and the algorithm under "Weight": those of weight 0 are placed before
 * the others, a number between 0 and the sum of the weights, both included, is drawn, and the first
 * record whose running sum reaches it is next; then again with the rest. The records may stand in
 * any order otherwise; here chance decides that too, as it alone tells several of weight 0 apart.
 */
final class WeightedOrder {

  private WeightedOrder() {}

  static List<SRV> of(Collection<SRV> records, RandomGenerator random) {
    return records.stream()
        .collect(Collectors.groupingBy(SRV::priority, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(samePriority -> byWeight(samePriority, random).stream())
        .toList();
  }

  private static List<SRV> byWeight(List<SRV> samePriority, RandomGenerator random) {
    List<SRV> left = new ArrayList<>(samePriority);
    Collections.shuffle(left, random);
    left.sort(Comparator.comparing(srv -> srv.weight() != 0));
    List<SRV> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      ordered.add(left.remove(choose(left, random)));
    }
    return ordered;
  }

  private static int choose(List<SRV> records, RandomGenerator random) {
    long sum = records.stream().mapToLong(SRV::weight).sum();
    long drawn = random.nextLong(sum + 1);
    int index = 0;
    long runningSum = records.getFirst().weight();
    while (runningSum < drawn) {
      index++;
      runningSum += records.get(index).weight();
    }
    return index;
  }
}
