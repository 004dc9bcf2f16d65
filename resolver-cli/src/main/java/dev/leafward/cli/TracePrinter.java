// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.base.Strings;
import dev.leafward.cli.Palette.Style;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Prints the way to an answer, one block a step: who was asked what, and what came of it.
 *
 * <p>Steps are numbered as the sections of a book are; what another lookup needed stands indented
 * under the step that needed it, along a rule. Every line is a comment, so that output with a trace
 * still reads as records. Lines keep to 80 columns by wrapping; nothing is cut.
 */
final class TracePrinter {
  private static final int NESTING = 3;
  private static final int TIME_COLUMNS = 10;
  private static final int SIZE_COLUMNS = 14;

  private final TraceCanvas canvas;

  TracePrinter(PrintStream out, Palette palette) {
    this.canvas = new TraceCanvas(out, palette);
  }

  /** Prints one way, with a blank line behind it. */
  void print(Explanation explanation) {
    canvas.line(Margin.TOP, Style.HEAD, "TRACE of " + explanation.question());
    printSteps(explanation, Margin.TOP, "");
    canvas.gap(Margin.TOP);
    canvas.line(Margin.TOP, Style.HEAD, "=> " + explanation.result());
    canvas.line(Margin.TOP, Style.FAINT, summary(explanation.exchanges().toList()));
    canvas.end();
  }

  private void printSteps(Explanation explanation, Margin margin, String section) {
    int number = 0;
    for (Step step : explanation.steps()) {
      number++;
      canvas.gap(margin);
      printStep(step, margin, section + number);
    }
  }

  private void printStep(Step step, Margin margin, String number) {
    Margin block = margin.indented(number.length() + 2);
    switch (step) {
      case Step.Exchange exchange -> {
        canvas.head(margin, number, subject(exchange), measures(exchange));
        printExchange(exchange, block);
      }
      case Step.CacheHit hit -> {
        canvas.head(margin, number, "cache", "TTL " + hit.ttlSeconds() + " s");
        canvas.line(block, Style.NORMAL, "looked for " + hit.question());
        canvas.line(block, Style.GOOD, "=> " + hit.detail());
      }
      case Step.StaleHit hit -> {
        canvas.head(margin, number, "cache, expired", "");
        canvas.line(block, Style.NORMAL, "looked for " + hit.question());
        canvas.line(block, Style.DETOUR, "=> " + hit.detail() + ": " + hit.reason());
      }
      case Step.FailureHit hit -> {
        canvas.head(margin, number, "failed before", "for " + hit.secondsLeft() + " s more");
        canvas.line(block, Style.NORMAL, "looked for " + hit.question());
        canvas.line(block, Style.BAD, "=> " + hit.detail());
      }
      case Step.AliasFollowed followed -> {
        canvas.head(margin, number, "alias", "TTL " + followed.alias().ttl() + " s");
        canvas.line(
            block, Style.ONWARD, followed.alias().name() + " is an alias of " + followed.target());
      }
      case Step.Routed routed -> {
        canvas.head(margin, number, "route", "");
        canvas.line(block, Style.NORMAL, routed.question() + " goes to the " + routed.route());
        if (!routed.detail().isEmpty()) {
          canvas.line(block, Style.GOOD, "=> " + routed.detail());
        }
      }
      case Step.Withheld withheld -> {
        canvas.head(margin, number, "withheld", "");
        canvas.line(block, Style.DETOUR, withheld.reason() + ":");
        printRecords(withheld.rrset(), block.indented(2));
      }
      case Step.Joined joined -> {
        canvas.head(margin, number, "shared with a lookup that was under way", "");
        printNested(joined.explanation(), margin, number);
      }
      case Step.SubLookup needed -> {
        canvas.head(margin, number, "needs " + needed.purpose(), "");
        printNested(needed.explanation(), margin, number);
      }
    }
  }

  private void printNested(Explanation explanation, Margin margin, String number) {
    Margin block = margin.indented(NESTING);
    printSteps(explanation, block.ruled(), number + ".");
    canvas.gap(block.ruled());
    canvas.line(block, Style.HEAD, "=> " + explanation.result());
  }

  private void printExchange(Step.Exchange exchange, Margin block) {
    canvas.pair(block, "asked " + server(exchange), "for " + exchange.asked());
    canvas.line(block, style(exchange.verdict()), "=> " + VerdictText.of(exchange));
    for (Rejection rejection : exchange.rejections()) {
      printRejection(rejection, block);
    }
  }

  /** A configured forwarder for everything has no name but that of the root. */
  private static String server(Step.Exchange exchange) {
    String address = Addresses.text(exchange.server(), exchange.port());
    return exchange.serverName().isRoot() ? address : exchange.serverName() + " (" + address + ")";
  }

  private void printRejection(Rejection rejection, Margin block) {
    String section = rejection.section().name().toLowerCase(Locale.ROOT);
    canvas.line(block, Style.DETOUR, "not believed, " + rejection.reason() + " (" + section + "):");
    printRecords(rejection.rrset(), block.indented(2));
  }

  private void printRecords(RRset rrset, Margin margin) {
    for (ResourceRecord record : rrset.records()) {
      canvas.line(margin, Style.FAINT, record.toString().replace('\t', ' '));
    }
  }

  private static Style style(Step.Judgement verdict) {
    return switch (verdict) {
      case ANSWERED, NO_DATA, NO_SUCH_NAME -> Style.GOOD;
      case ALIAS, REFERRAL -> Style.ONWARD;
      case TRUNCATED, RETRIED -> Style.DETOUR;
      case LAME, UNUSABLE, NO_REPLY -> Style.BAD;
    };
  }

  private static String subject(Step.Exchange exchange) {
    DomainName zone = exchange.zoneCut();
    if (exchange.serverName().isRoot()) {
      return "a resolver";
    }
    return zone.isRoot() ? "zone . (the root)" : "zone " + zone;
  }

  private static String measures(Step.Exchange exchange) {
    String size = exchange.octets() == 0 ? "no reply" : exchange.octets() + " octets";
    return exchange.protocol()
        + Strings.padStart(milliseconds(exchange.elapsed()), TIME_COLUMNS, ' ')
        + Strings.padStart(size, SIZE_COLUMNS, ' ');
  }

  private static String summary(List<Step.Exchange> exchanges) {
    if (exchanges.isEmpty()) {
      return "no server was heard";
    }
    long servers = exchanges.stream().map(Step.Exchange::server).distinct().count();
    Duration waited =
        exchanges.stream().map(Step.Exchange::elapsed).reduce(Duration.ZERO, Duration::plus);
    return Counted.of(exchanges.size(), "exchange")
        + " with "
        + Counted.of(servers, "server")
        + ", "
        + milliseconds(waited)
        + " of waiting";
  }

  /** Milliseconds, with two decimals below ten of them and one below a hundred. */
  static String milliseconds(Duration duration) {
    long micros = duration.toNanos() / 1_000;
    long whole = micros / 1_000;
    long hundredths = micros % 1_000 / 10;
    if (whole >= 100) {
      return whole + " ms";
    }
    return whole >= 10
        ? whole + "." + hundredths / 10 + " ms"
        : whole + "." + (hundredths < 10 ? "0" : "") + hundredths + " ms";
  }
}
