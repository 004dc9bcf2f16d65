// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.leafward.cli.text.MessageMembers;
import dev.leafward.resolver.answer.ReplyComposer;
import dev.leafward.wire.message.Message;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Writes a result as a JSON object on one line: the members of the reply as RFC 8427 has them, and
 * one of our own, {@code leafward}, with the number of the line, the time that it took, and the
 * reason where there is no answer.
 */
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLine() {}

  static String of(Result result) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      switch (result) {
        case Result.Answered answered -> {
          json.writeRaw(
              MessageMembers.of(ReplyComposer.reply(query(answered.entry()), answered.answer())));
          writeOwn(json, answered.entry().line(), answered.elapsed(), "");
        }
        case Result.Failed failed -> {
          json.writeRaw(
              MessageMembers.of(ReplyComposer.failure(query(failed.entry()), failed.failure())));
          writeOwn(json, failed.entry().line(), failed.elapsed(), failed.failure().sentence());
        }
        case Result.Unasked unasked -> {
          json.writeObjectFieldStart("leafward");
          json.writeNumberField("line", unasked.entry().line());
          json.writeStringField("text", unasked.entry().text());
          json.writeStringField("failure", unasked.entry().reason());
          json.writeEndObject();
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  private static void writeOwn(JsonGenerator json, long line, Duration elapsed, String failure)
      throws IOException {
    json.writeObjectFieldStart("leafward");
    json.writeNumberField("line", line);
    json.writeNumberField("queryTimeMsec", elapsed.toMillis());
    if (!failure.isEmpty()) {
      json.writeStringField("failure", failure);
    }
    json.writeEndObject();
  }

  /** The question as a client would have put it. */
  private static Message query(Entry.Asked asked) {
    return Message.query(asked.question()).build();
  }
}
