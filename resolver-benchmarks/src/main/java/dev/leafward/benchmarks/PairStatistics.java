// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * How evenly message IDs and source ports are drawn: what somebody who forges replies has to guess.
 *
 * <p>Probabilities are those of a chi-squared value as high or higher, by the approximation of
 * Wilson and Hilferty, which is exact enough for thousands of cells. Entropies are those of the
 * sample, which are somewhat lower than those of the source.
 */
final class PairStatistics {

  static final int FIRST_PORT = 1024;
  static final int PORTS = 65_536 - FIRST_PORT;
  static final int IDS = 65_536;

  /** Pairs are counted by their upper seven bits: more cells would have too few in each. */
  private static final int COARSE = 128;

  private final int[] ids;
  private final int[] ports;

  /** Statistics of IDs and the ports they came from, in the order in which they came. */
  PairStatistics(int[] ids, int[] ports) {
    this.ids = ids.clone();
    this.ports = ports.clone();
  }

  long distinctPorts() {
    return Arrays.stream(ports).distinct().count();
  }

  double idProbability() {
    return probability(counts(ids, 0, IDS), ids.length);
  }

  double portProbability() {
    return probability(counts(ports, FIRST_PORT, PORTS), ports.length);
  }

  double idLagProbability() {
    return lagProbability(ids, 0, IDS);
  }

  double portLagProbability() {
    return lagProbability(ports, FIRST_PORT, PORTS);
  }

  /** Whether a port tells anything of the ID that comes with it. */
  double idWithPortProbability() {
    int[] cells = new int[COARSE * COARSE];
    for (int i = 0; i < ids.length; i++) {
      cells[cell(ids[i], 0, IDS) * COARSE + cell(ports[i], FIRST_PORT, PORTS)]++;
    }
    return probability(cells, ids.length);
  }

  double entropy() {
    return entropy(counts(ids, 0, IDS), ids.length)
        + entropy(counts(ports, FIRST_PORT, PORTS), ports.length);
  }

  private static int[] counts(int[] values, int first, int range) {
    int[] counts = new int[range];
    for (int value : values) {
      counts[value - first]++;
    }
    return counts;
  }

  /** Each value is in one pair only, for pairs that overlap are not independent. */
  private static double lagProbability(int[] values, int first, int range) {
    int[] cells = new int[COARSE * COARSE];
    for (int i = 1; i < values.length; i += 2) {
      cells[cell(values[i - 1], first, range) * COARSE + cell(values[i], first, range)]++;
    }
    return probability(cells, values.length / 2);
  }

  private static int cell(int value, int first, int range) {
    return (value - first) * COARSE / range;
  }

  private static double entropy(int[] counts, int total) {
    return Arrays.stream(counts)
        .filter(count -> count > 0)
        .mapToDouble(count -> (double) count / total)
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }

  static double probability(int[] counts, int total) {
    double expected = (double) total / counts.length;
    double chiSquared =
        Arrays.stream(counts)
            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
            .sum();
    double freedom = counts.length - 1.0;
    double spread = 2 / (9 * freedom);
    double deviations = (Math.cbrt(chiSquared / freedom) - (1 - spread)) / Math.sqrt(spread);
    return upperTail(deviations);
  }

  /** The normal distribution's, after Abramowitz and Stegun 7.1.26: good to seven digits. */
  private static double upperTail(double deviations) {
    double x = Math.abs(deviations) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double tail = polynomial * Math.exp(-x * x) / 2;
    return deviations < 0 ? 1 - tail : tail;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d exchanges, %,d distinct ports, %.2f bits of ID and port; p of ID %.4f, of port %.4f,"
            + " of successive IDs %.4f, of successive ports %.4f, of ID with port %.4f",
        ids.length,
        distinctPorts(),
        entropy(),
        idProbability(),
        portProbability(),
        idLagProbability(),
        portLagProbability(),
        idWithPortProbability());
  }
}
