// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.leafward.cli.text.Printable;
import dev.leafward.resolver.system.Ignored;
import dev.leafward.resolver.system.Origin;
import dev.leafward.resolver.system.SystemConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints what a machine is configured to. */
final class ConfigPrinter {
  private static final String GAP = "  ";
  private static final int WIDEST_VALUE = 48;

  /** What is above it, such as U+009B, might be a command to a terminal: JSON escapes it. */
  private static final int LAST_PRINTABLE_ASCII = 0x7E;

  private final PrintStream out;

  ConfigPrinter(PrintStream out) {
    this.out = out;
  }

  /** In columns, for people. */
  void printText(SystemConfiguration configuration) {
    List<ConfigRows.Row> rows = ConfigRows.of(configuration);
    int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int values =
        rows.stream()
            .mapToInt(row -> Printable.of(row.value()).length())
            .filter(length -> length <= WIDEST_VALUE)
            .max()
            .orElse(0);
    String last = "";
    for (ConfigRows.Row row : rows) {
      String name = row.name().equals(last) ? "" : row.name();
      last = row.name();
      out.println(
          padded(name, names)
              + GAP
              + padded(Printable.of(row.value()), values)
              + GAP
              + Printable.of(row.origin().toString()));
    }
    List<Ignored> ignored = ConfigRows.ignored(configuration);
    if (!ignored.isEmpty()) {
      out.println();
      out.println("Ignored:");
      ignored.forEach(each -> out.println(GAP + sentence(each)));
    }
  }

  private static String sentence(Ignored ignored) {
    return Printable.of(
        ignored.origin() + ": '" + ignored.text().strip() + "': " + ignored.reason());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** As one line with one JSON object. */
  void printJson(SystemConfiguration configuration) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setHighestNonEscapedChar(LAST_PRINTABLE_ASCII);
      json.writeStartObject();
      json.writeArrayFieldStart("settings");
      for (ConfigRows.Row row : ConfigRows.of(configuration)) {
        json.writeStartObject();
        json.writeStringField("name", row.name());
        json.writeStringField("value", row.value());
        writeOrigin(json, row.origin());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("ignored");
      for (Ignored ignored : ConfigRows.ignored(configuration)) {
        json.writeStartObject();
        json.writeStringField("text", ignored.text());
        json.writeStringField("reason", ignored.reason());
        writeOrigin(json, ignored.origin());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    out.println(text);
  }

  private static void writeOrigin(JsonGenerator json, Origin origin) throws IOException {
    json.writeStringField("source", origin.source());
    if (origin.line() > 0) {
      json.writeNumberField("line", origin.line());
    }
  }
}
