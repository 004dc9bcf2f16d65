// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.text.MessageJson;
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
          json.writeRaw(members(reply(answered)));
          writeOwn(json, answered.entry().line(), answered.elapsed(), "");
        }
        case Result.Failed failed -> {
          json.writeRaw(members(base(failed.entry().question(), Rcode.SERVFAIL).build()));
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

  private static Message reply(Result.Answered answered) {
    Answer answer = answered.answer();
    Rcode rcode = answer instanceof Answer.NoSuchName ? Rcode.NXDOMAIN : Rcode.NOERROR;
    Message.Builder reply = base(answered.entry().question(), rcode);
    answer.aliases().forEach(alias -> add(reply, Section.ANSWER, alias));
    switch (answer) {
      case Answer.Found found -> found.rrsets().forEach(rrset -> add(reply, Section.ANSWER, rrset));
      case Answer.NoData none -> none.soa().ifPresent(soa -> add(reply, Section.AUTHORITY, soa));
      case Answer.NoSuchName none ->
          none.soa().ifPresent(soa -> add(reply, Section.AUTHORITY, soa));
    }
    return reply.build();
  }

  private static Message.Builder base(Question question, Rcode rcode) {
    return Message.builder()
        .id(0)
        .rcode(rcode)
        .flag(HeaderFlag.QR)
        .flag(HeaderFlag.RD)
        .flag(HeaderFlag.RA)
        .question(question);
  }

  private static void add(Message.Builder reply, Section section, RRset rrset) {
    rrset.records().forEach(record -> reply.add(section, record));
  }

  /** The message's members with the comma that the generator, unaware of them, leaves out. */
  private static String members(Message message) throws IOException {
    StringBuilder members = new StringBuilder();
    MessageJson.writeMembers(message, members);
    return members.append(',').toString();
  }
}
