// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The table of what each operation costs in each library, and Leafward's share of that.
 *
 * <p>A benchmark's method is named for its library, then for its operation where the class has
 * several. An operation that only Leafward has is compared with the class's plain one. Time is that
 * of the fastest iteration, the median of the rounds where there are several.
 */
final class RatioTable {
  private static final String OURS = "leafward";
  private static final List<String> PEERS = List.of("dnsjava", "netty", "minidns", "jdk");
  private static final Map<String, String> TITLES =
      Map.of("dnsjava", "dnsjava", "netty", "Netty", "minidns", "MiniDNS", "jdk", "JDK");
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** What one operation costs in one library. */
  private record Cost(double nanoseconds, double bytes) {}

  /** What is compared: {@code Decode CHAIN}, and the same without the operation's own name. */
  private record Row(String title, String plainTitle) {}

  private final Map<String, Map<String, Cost>> costs = new TreeMap<>();
  private final Map<String, Row> rows = new TreeMap<>();

  private RatioTable() {}

  /** Renders, in Markdown, the medians of several rounds of the same benchmarks. */
  static String of(List<Collection<RunResult>> rounds) {
    Map<String, List<RunResult>> byBenchmark = new TreeMap<>();
    for (Collection<RunResult> round : rounds) {
      for (RunResult each : round) {
        String key = each.getParams().getBenchmark() + " " + sample(each);
        byBenchmark.computeIfAbsent(key, absent -> new ArrayList<>()).add(each);
      }
    }
    RatioTable table = new RatioTable();
    byBenchmark.values().forEach(table::add);
    return table.render();
  }

  private static String sample(RunResult result) {
    String sample = result.getParams().getParam("sample");
    return sample == null ? "" : sample.toLowerCase(Locale.ROOT);
  }

  private void add(List<RunResult> rounds) {
    RunResult any = rounds.get(0);
    String[] path = any.getParams().getBenchmark().split("\\.", -1);
    String group = path[path.length - 2];
    String method = path[path.length - 1];
    String library = PEERS.stream().filter(method::startsWith).findFirst().orElse(OURS);
    String plain = (group + " " + sample(any)).strip();
    String title = (plain + " " + method.substring(library.length())).strip();
    rows.putIfAbsent(title, new Row(title, plain));
    costs
        .computeIfAbsent(title, absent -> new TreeMap<>())
        .put(
            library,
            new Cost(median(rounds, RatioTable::nanoseconds), median(rounds, RatioTable::bytes)));
  }

  /** The fastest iteration of a round: what else runs on the machine only ever makes one slower. */
  private static double nanoseconds(RunResult round) {
    return round.getPrimaryResult().getStatistics().getMin();
  }

  private static double bytes(RunResult round) {
    Result<?> allocated = round.getSecondaryResults().get(ALLOCATION);
    return allocated == null ? Double.NaN : allocated.getScore();
  }

  private static double median(List<RunResult> rounds, ToDoubleFunction<RunResult> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private String render() {
    List<String> present =
        PEERS.stream()
            .filter(peer -> costs.values().stream().anyMatch(row -> row.containsKey(peer)))
            .toList();
    List<String> head = new ArrayList<>(List.of("operation", "Leafward"));
    present.forEach(peer -> head.add(TITLES.get(peer)));
    for (String peer : present) {
      head.add((peer.equals(present.getFirst()) ? "ours / " : "/ ") + TITLES.get(peer));
    }
    List<String[]> lines = new ArrayList<>();
    lines.add(head.toArray(String[]::new));
    for (Row row : rows.values()) {
      Map<String, Cost> ofRow = costs.getOrDefault(row.title(), Map.of());
      Map<String, Cost> ofPlain = costs.getOrDefault(row.plainTitle(), ofRow);
      Cost ours = ofRow.get(OURS);
      if (ours != null) {
        Map<String, Cost> peers = ofRow.size() > 1 ? ofRow : ofPlain;
        List<String> cells = new ArrayList<>(List.of(row.title(), text(ours)));
        present.forEach(peer -> cells.add(text(peers.get(peer))));
        present.forEach(peer -> cells.add(ratio(ours, peers.get(peer))));
        lines.add(cells.toArray(String[]::new));
      }
    }
    return align(lines);
  }

  private static String text(@Nullable Cost cost) {
    return cost == null
        ? ""
        : String.format(Locale.ROOT, "%,.1f ns, %,.0f B", cost.nanoseconds(), cost.bytes());
  }

  private static String ratio(Cost ours, @Nullable Cost peer) {
    return peer == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%.2f, %.2f",
            ours.nanoseconds() / peer.nanoseconds(),
            peer.bytes() < 1 ? 1 : ours.bytes() / peer.bytes());
  }

  private static String align(List<String[]> lines) {
    int[] widths = new int[lines.get(0).length];
    for (String[] line : lines) {
      Arrays.setAll(widths, column -> Math.max(widths[column], line[column].length()));
    }
    String[] rule = new String[widths.length];
    Arrays.setAll(rule, column -> "-".repeat(widths[column]));
    lines.add(1, rule);
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      for (int column = 0; column < line.length; column++) {
        text.append("| ").append(line[column]);
        text.append(" ".repeat(widths[column] - line[column].length() + 1));
      }
      text.append("|\n");
    }
    return text.toString();
  }
}
