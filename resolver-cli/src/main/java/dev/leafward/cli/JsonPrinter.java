// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.leafward.cli.text.MessageMembers;
import dev.leafward.resolver.answer.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Prints a reply as one line with one JSON object.
 *
 * <p>Its members are those of RFC 8427 section 2.1, and one of our own, {@code leafward}, which
 * holds what the RFC has no place for: how long it took, why it failed, and the trace.
 */
final class JsonPrinter {
  private final PrintStream out;
  private final JsonFactory factory = new JsonFactory();

  JsonPrinter(PrintStream out) {
    this.out = out;
  }

  /** Prints one reply. */
  void print(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartObject();
      json.writeRaw(MessageMembers.of(report.message()));
      json.writeObjectFieldStart("leafward");
      json.writeNumberField("queryTimeMsec", report.elapsed().toMillis());
      json.writeStringField("world", report.world());
      Optional<Failure> failure = report.failure();
      if (failure.isPresent()) {
        json.writeStringField("failure", failure.get().sentence());
        json.writeBooleanField("unreachable", report.isUnreachable());
      }
      json.writeFieldName("trace");
      new TraceJson(json).write(report.explanation());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    out.println(text);
  }
}
