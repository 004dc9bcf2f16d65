// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.io.TextFormatException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a scenario: the configuration part, then ranges and steps in any order. */
final class ScenarioReader {

  private static final String CONFIG_END = "CONFIG_END";
  private static final String SCENARIO_BEGIN = "SCENARIO_BEGIN";

  private final LineCursor lines;
  private final Dialect dialect;
  private final EntryReader entries;
  private final List<ServerRange> ranges = new ArrayList<>();
  private final List<ScenarioStep> steps = new ArrayList<>();

  ScenarioReader(LineCursor lines, Dialect dialect) {
    this.lines = lines;
    this.dialect = dialect;
    this.entries = new EntryReader(lines, dialect);
  }

  /** The whole scenario; what stands behind its end does not count. */
  Scenario read(String source) throws TextFormatException {
    ScenarioConfig config = config();
    SourceLine begin = lines.next(SCENARIO_BEGIN);
    if (!begin.keyword().equals(SCENARIO_BEGIN)) {
      throw begin.malformed(SCENARIO_BEGIN, begin.keyword());
    }
    String title = begin.text().substring(SCENARIO_BEGIN.length()).strip();
    while (true) {
      SourceLine line = lines.next("SCENARIO_END");
      switch (line.keyword()) {
        case "RANGE_BEGIN" -> ranges.add(range(line));
        case "STEP" -> steps.add(step(line));
        case "SCENARIO_END" -> {
          return new Scenario(source, dialect, title, config, ranges, steps);
        }
        default -> entries.stray(line, "RANGE_BEGIN, STEP or SCENARIO_END");
      }
    }
  }

  private ScenarioConfig config() throws TextFormatException {
    ConfigReader reader = new ConfigReader(lines, dialect);
    while (true) {
      SourceLine line = lines.peek(SCENARIO_BEGIN);
      if (line.keyword().equals(CONFIG_END)) {
        lines.next(CONFIG_END);
        return reader.finish();
      }
      if (line.keyword().equals(SCENARIO_BEGIN)) {
        if (dialect == Dialect.UNBOUND) {
          throw line.malformed(CONFIG_END, line.keyword());
        }
        return reader.finish();
      }
      reader.read(lines.next(CONFIG_END));
    }
  }

  private ServerRange range(SourceLine begin) throws TextFormatException {
    List<String> words = begin.words();
    if (words.size() < 3) {
      throw begin.malformed("the numbers of two steps");
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String word : words.subList(3, words.size())) {
      addresses.add(address(begin, word));
    }
    List<Entry> found = new ArrayList<>();
    while (true) {
      SourceLine line = lines.next("RANGE_END");
      switch (line.keyword()) {
        case "ADDRESS" -> addresses.add(address(line));
        case "ENTRY_BEGIN" -> found.add(entries.read(line));
        case "RANGE_END" -> {
          // In Unbound's dialect a range has one address, and the last that is named counts.
          boolean onlyLast = dialect == Dialect.UNBOUND && addresses.size() > 1;
          return new ServerRange(
              begin.number(),
              number(begin, words.get(1)),
              number(begin, words.get(2)),
              onlyLast ? List.of(addresses.getLast()) : addresses,
              found);
        }
        default -> entries.stray(line, "ADDRESS, ENTRY_BEGIN or RANGE_END");
      }
    }
  }

  private static InetAddress address(SourceLine line) throws TextFormatException {
    List<String> words = line.words();
    if (words.size() != 2) {
      throw line.malformed("ADDRESS and an IP address");
    }
    return address(line, words.get(1));
  }

  static InetAddress address(SourceLine line, String word) throws TextFormatException {
    String literal = word.split("@", 2)[0];
    if (!InetAddresses.isInetAddress(literal)) {
      throw line.malformed("an IP address", word);
    }
    return InetAddresses.forString(literal);
  }

  private static long number(SourceLine line, String word) throws TextFormatException {
    if (!word.matches("\\d{1,12}")) {
      throw line.malformed("the number of a step", word);
    }
    return Long.parseLong(word);
  }

  private ScenarioStep step(SourceLine line) throws TextFormatException {
    List<String> words = line.words();
    if (words.size() < 3) {
      throw line.malformed("STEP, a number and what to do");
    }
    long number = number(line, words.get(1));
    ScenarioStep.Kind kind = kind(line, words.get(2));
    Optional<Entry> entry = Optional.empty();
    List<String> file = List.of();
    switch (kind) {
      case QUERY, CHECK_ANSWER, CHECK_OUT_QUERY, REPLY -> entry = Optional.of(entry());
      case CHECK_AUTOTRUST, CHECK_TEMPFILE -> file = file();
      default -> {}
    }
    return new ScenarioStep(
        number, line.number(), kind, words.subList(3, words.size()), entry, file);
  }

  private static ScenarioStep.Kind kind(SourceLine line, String word) throws TextFormatException {
    for (ScenarioStep.Kind kind : ScenarioStep.Kind.values()) {
      if (kind.name().equals(word)) {
        return kind;
      }
    }
    throw line.malformed("a kind of step", word);
  }

  private Entry entry() throws TextFormatException {
    SourceLine begin = lines.next("ENTRY_BEGIN");
    if (!begin.keyword().equals("ENTRY_BEGIN")) {
      throw begin.malformed("ENTRY_BEGIN", begin.keyword());
    }
    return entries.read(begin);
  }

  private List<String> file() throws TextFormatException {
    SourceLine begin = lines.next("FILE_BEGIN");
    if (!begin.keyword().equals("FILE_BEGIN")) {
      throw begin.malformed("FILE_BEGIN", begin.keyword());
    }
    List<String> content = new ArrayList<>();
    while (true) {
      SourceLine line = lines.nextVerbatim("FILE_END");
      if (line.text().strip().equals("FILE_END")) {
        return content;
      }
      content.add(line.text());
    }
  }
}
