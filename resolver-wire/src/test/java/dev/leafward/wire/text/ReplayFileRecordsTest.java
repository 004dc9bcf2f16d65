// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads every record in the replay scenarios of Unbound and Deckard, where a checkout has them
 * beside it. What is refused is listed in {@code docs/refused-records.md}, each with its reason.
 */
class ReplayFileRecordsTest {
  private static final String HEADING =
      """
      # Record texts that are refused

      The replay scenarios (`.rpl`, `.crpl`) of Unbound and Deckard hold some 19,400 records in text. All
      but these read into a record, print, and read again to an equal one. Some are malformed on purpose,
      to try a resolver with broken messages; others are slips that nobody noticed.

      `ReplayFileRecordsTest` writes this list to `resolver-wire/target/refused-records.md` and compares it
      with this page, where the scenarios are at hand.

      | file | line | reason |
      |---|---:|---|
      """;

  private final List<String> refused = new ArrayList<>();
  private int accepted;

  /** Looks for a file or folder here and in the folders above. */
  private static Optional<Path> findUpwards(String path) {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(path))
        .filter(Files::exists)
        .findFirst();
  }

  @Test
  void everyRecordSurvivesItsTextOrIsListedAsRefused() throws Exception {
    Optional<Path> folder = findUpwards("shared/conformance");
    assumeThat(folder).as("a folder shared/conformance above this one").isPresent();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder.orElseThrow())) {
      files = found.filter(file -> file.toString().endsWith("rpl")).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.orElseThrow().relativize(file).toString().replace('\\', '/');
      read(name, ReplayFile.recordsOf(Files.readString(file, StandardCharsets.UTF_8)));
    }

    String page = HEADING + String.join("", refused);
    Files.writeString(Path.of("target", "refused-records.md"), page);
    assertThat(accepted).isGreaterThan(19_000);
    assertThat(page)
        .isEqualTo(Files.readString(findUpwards("docs/refused-records.md").orElseThrow()));
  }

  private void read(String name, String zone) throws IOException, TextFormatException {
    try (ZoneFileReader reader =
        new ZoneFileReader(new StringReader(zone), name, DomainName.ROOT)) {
      boolean more = true;
      while (more) {
        try {
          ResourceRecord record = reader.next();
          more = record != null;
          if (record != null) {
            assertSurvives(record);
          }
        } catch (TextFormatException e) {
          refused.add(row(name, e));
        }
      }
    }
  }

  private void assertSurvives(ResourceRecord record) throws TextFormatException {
    assertThat(ZoneFileReader.readAll(record.toString(), DomainName.ROOT)).containsExactly(record);
    assertThat(ZoneFileReader.readAll(MessagePrinter.record(record), DomainName.ROOT))
        .containsExactly(record);
    accepted++;
  }

  private static String row(String name, TextFormatException e) {
    String reason = e.reason().replace("\\", "\\\\").replace("|", "\\|");
    return "| " + name + " | " + e.line() + " | " + reason + " |\n";
  }

  /** Tells the lines with records from all others. */
  private static final class ReplayFile {
    private enum Place {
      OUTSIDE,
      ENTRY,
      QUESTION,
      RECORDS,
      ZONE,
      HEX
    }

    private Place place = Place.OUTSIDE;

    /** Returns a zone file whose records stand in the same lines, and nothing else with them. */
    static String recordsOf(String scenario) {
      ReplayFile file = new ReplayFile();
      StringBuilder zone = new StringBuilder("$TTL 3600");
      List<String> lines = scenario.lines().toList();
      // No record stands in the first line, nor behind the end of the scenario.
      for (String line : lines.subList(1, lines.size())) {
        if (line.strip().startsWith("SCENARIO_END")) {
          break;
        }
        zone.append('\n').append(file.record(line));
      }
      return zone.toString();
    }

    private String record(String line) {
      String text = line.strip();
      String keyword = text.split("\\s", 2)[0];
      switch (keyword) {
        case "ENTRY_BEGIN", "EXTRA_PACKET" -> place = Place.ENTRY;
        case "SECTION" -> place = text.endsWith("QUESTION") ? Place.QUESTION : Place.RECORDS;
        case "HEX_ANSWER_BEGIN", "HEX_EDNSDATA_BEGIN", "RAW" -> place = Place.HEX;
        case "TEMPFILE_CONTENTS", "AUTOTRUST_FILE", "FILE_BEGIN" -> place = Place.ZONE;
        case "ENTRY_END", "TEMPFILE_END", "AUTOTRUST_END", "FILE_END" -> place = Place.OUTSIDE;
        case "HEX_ANSWER_END", "HEX_EDNSDATA_END" -> place = Place.ENTRY;
        case "trust-anchor:" -> {
          return place == Place.OUTSIDE ? between(text) : "";
        }
        default -> {
          return recordText(line, text, keyword);
        }
      }
      return "";
    }

    private String recordText(String line, String text, String keyword) {
      return switch (place) {
        case RECORDS -> text.startsWith("#") || keyword.matches("MATCH|ADJUST|REPLY") ? "" : text;
        case ZONE -> keyword.equals("$INCLUDE_TEMPFILE") ? "" : line;
        default -> "";
      };
    }

    /** What stands between the quotes, which are double ones or single ones. */
    private static String between(String text) {
      char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '\'' : '"';
      int open = text.indexOf(quote);
      int close = text.lastIndexOf(quote);
      return open < close ? text.substring(open + 1, close) : "";
    }
  }
}
