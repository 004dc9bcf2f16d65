// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.rdata.Octets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between ENTRY_BEGIN and ENTRY_END. */
final class EntryReader {

  private final LineCursor lines;
  private final Dialect dialect;
  private final RecordText records = new RecordText();

  EntryReader(LineCursor lines, Dialect dialect) {
    this.lines = lines;
    this.dialect = dialect;
  }

  /** Reads the entry that a line has begun. */
  Entry read(SourceLine begin) throws TextFormatException {
    return new Reading(begin.number()).run();
  }

  /**
   * Takes a line between two blocks: a directive for the records to come. A record that has slipped
   * out of its entry, and that entry's end, are passed over, as Unbound does.
   */
  void stray(SourceLine line, String expectation) throws TextFormatException {
    boolean surplusEnd = line.keyword().matches("(ENTRY|RANGE|FILE)_END");
    if (line.keyword().isEmpty() || surplusEnd || records.directive(line)) {
      return;
    }
    try {
      records.record(line);
    } catch (TextFormatException e) {
      throw line.malformed(expectation, line.keyword());
    }
  }

  /** One entry while it is read. */
  private final class Reading {
    private final int begin;
    private final List<MatchRule> match = new ArrayList<>();
    private final Set<Entry.Adjustment> adjust = EnumSet.noneOf(Entry.Adjustment.class);
    private final List<PacketTemplate> packets = new ArrayList<>();
    private PacketReader packet = new PacketReader(records);
    private @Nullable Octets raw;
    private boolean mandatory;

    Reading(int begin) {
      this.begin = begin;
    }

    Entry run() throws TextFormatException {
      while (true) {
        SourceLine line = lines.next("ENTRY_END");
        if (dialect == Dialect.UNBOUND && line.text().startsWith("#")) {
          continue;
        }
        if (line.keyword().equals("ENTRY_END")) {
          packets.add(packet.finish());
          return new Entry(
              begin,
              match,
              adjust,
              packets.getFirst(),
              Optional.ofNullable(raw),
              packets.subList(1, packets.size()),
              mandatory);
        }
        line(line);
      }
    }

    private void line(SourceLine line) throws TextFormatException {
      switch (line.keyword()) {
        case "MATCH" -> match(line);
        case "ADJUST" -> adjust(line);
        case "REPLY", "FLAGS" -> packet.reply(line);
        case "SECTION" -> packet.section(line);
        case "MANDATORY" -> mandatory = true;
        case "EXTRA_PACKET" -> {
          packets.add(packet.finish());
          packet = new PacketReader(records);
        }
        case "HEX_ANSWER_BEGIN" -> raw = hexBlock("HEX_ANSWER_END");
        case "HEX_EDNSDATA_BEGIN" -> packet.ednsOptions(hexBlock("HEX_EDNSDATA_END"));
        case "RAW" -> raw = hex(lines.next("octets in hexadecimal"));
        default -> packet.record(line);
      }
    }

    private void match(SourceLine line) throws TextFormatException {
      for (String word : arguments(line)) {
        match.add(MatchRule.parse(word).orElseThrow(() -> line.malformed("a condition", word)));
      }
    }

    private void adjust(SourceLine line) throws TextFormatException {
      for (String word : arguments(line)) {
        adjust.add(adjustment(line, word));
      }
    }
  }

  static List<String> arguments(SourceLine line) {
    List<String> words = line.words();
    return words.subList(1, words.size());
  }

  private static Entry.Adjustment adjustment(SourceLine line, String word)
      throws TextFormatException {
    if (word.matches("(packet_)?sleep=\\d+")) {
      return Entry.Adjustment.SLEEP;
    }
    for (Entry.Adjustment known : Entry.Adjustment.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
        return known;
      }
    }
    throw line.malformed("an adjustment", word);
  }

  private Octets hexBlock(String end) throws TextFormatException {
    StringBuilder digits = new StringBuilder();
    while (true) {
      SourceLine line = lines.next(end);
      if (line.keyword().equals(end)) {
        return hex(line, digits.toString());
      }
      String bare = line.text().split("[;#]", 2)[0].replaceAll("\\s", "");
      hex(line, bare.length() % 2 == 0 ? bare : bare + "0");
      digits.append(bare);
    }
  }

  private static Octets hex(SourceLine line) throws TextFormatException {
    return hex(line, line.text().split(";", 2)[0].replaceAll("\\s", ""));
  }

  private static Octets hex(SourceLine line, String digits) throws TextFormatException {
    try {
      return Octets.of(HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0"));
    } catch (IllegalArgumentException e) {
      throw line.malformed("octets in hexadecimal");
    }
  }
}
