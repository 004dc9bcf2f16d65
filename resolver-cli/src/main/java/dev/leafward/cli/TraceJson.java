// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import java.io.IOException;
import java.util.Locale;

/** Writes the way to an answer in JSON: a tree of the same shape as {@link Explanation}. */
final class TraceJson {
  private final JsonGenerator json;

  TraceJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one way as an object. */
  void write(Explanation explanation) throws IOException {
    json.writeStartObject();
    json.writeStringField("question", explanation.question().toString());
    json.writeArrayFieldStart("steps");
    for (Step step : explanation.steps()) {
      json.writeStartObject();
      writeStep(step);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("result", explanation.result());
    json.writeEndObject();
  }

  private void writeStep(Step step) throws IOException {
    switch (step) {
      case Step.Exchange exchange -> writeExchange(exchange);
      case Step.CacheHit hit -> {
        json.writeStringField("step", "cache");
        json.writeStringField("question", hit.question().toString());
        json.writeStringField("detail", hit.detail());
        json.writeNumberField("ttl", hit.ttlSeconds());
      }
      case Step.StaleHit hit -> {
        json.writeStringField("step", "stale");
        json.writeStringField("question", hit.question().toString());
        json.writeStringField("detail", hit.detail());
        json.writeStringField("reason", hit.reason());
      }
      case Step.FailureHit hit -> {
        json.writeStringField("step", "failed-before");
        json.writeStringField("question", hit.question().toString());
        json.writeStringField("detail", hit.detail());
        json.writeNumberField("seconds", hit.secondsLeft());
      }
      case Step.AliasFollowed followed -> {
        json.writeStringField("step", "alias");
        json.writeStringField("name", followed.alias().name().toString());
        json.writeStringField("target", followed.target().toString());
        json.writeNumberField("ttl", followed.alias().ttl());
      }
      case Step.Routed routed -> {
        json.writeStringField("step", "route");
        json.writeStringField("question", routed.question().toString());
        json.writeStringField("route", routed.route());
        json.writeStringField("detail", routed.detail());
      }
      case Step.Withheld withheld -> {
        json.writeStringField("step", "withheld");
        json.writeStringField("reason", withheld.reason());
        writeRecords(withheld.rrset());
      }
      case Step.Joined joined -> {
        json.writeStringField("step", "shared");
        json.writeFieldName("trace");
        write(joined.explanation());
      }
      case Step.SubLookup needed -> {
        json.writeStringField("step", "lookup");
        json.writeStringField("purpose", needed.purpose());
        json.writeFieldName("trace");
        write(needed.explanation());
      }
    }
  }

  private void writeExchange(Step.Exchange exchange) throws IOException {
    json.writeStringField("step", "exchange");
    json.writeStringField("question", exchange.asked().toString());
    json.writeStringField("zoneCut", exchange.zoneCut().toString());
    json.writeStringField("serverName", exchange.serverName().toString());
    json.writeStringField("server", Addresses.text(exchange.server()));
    json.writeNumberField("port", exchange.port());
    json.writeStringField("protocol", exchange.protocol().name());
    json.writeNumberField("elapsedMicros", exchange.elapsed().toNanos() / 1_000);
    json.writeNumberField("octets", exchange.octets());
    json.writeStringField("verdict", exchange.verdict().name());
    json.writeStringField("detail", exchange.detail());
    json.writeArrayFieldStart("rejections");
    for (Rejection rejection : exchange.rejections()) {
      writeRejection(rejection);
    }
    json.writeEndArray();
  }

  private void writeRejection(Rejection rejection) throws IOException {
    json.writeStartObject();
    json.writeStringField("section", rejection.section().name().toLowerCase(Locale.ROOT));
    json.writeStringField("reason", rejection.reason().toString());
    writeRecords(rejection.rrset());
    json.writeEndObject();
  }

  private void writeRecords(RRset rrset) throws IOException {
    json.writeArrayFieldStart("records");
    for (ResourceRecord record : rrset.records()) {
      json.writeString(record.toString().replace('\t', ' '));
    }
    json.writeEndArray();
  }
}
