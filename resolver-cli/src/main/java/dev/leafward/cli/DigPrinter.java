// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.Shown.Part;
import dev.leafward.cli.text.Printable;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.text.MessagePrinter;
import dev.leafward.wire.text.RecordLayout;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Prints a reply in dig's layout: comment lines, header, sections, statistics.
 *
 * <p>Scripts parse these lines, so their form is dig's to the letter where dig has such a line. The
 * {@code SERVER} line names this process where no one server gave the whole answer: an address,
 * port and name in dig's form, the port being 0 as none is open, then where it resolved.
 */
final class DigPrinter {
  private static final int WIDTH = 80;
  private static final String COMMENT = ";; ";

  private final PrintStream out;

  DigPrinter(PrintStream out) {
    this.out = out;
  }

  /** Prints the lines that come once, before the first reply. */
  void printBanner(List<String> words) {
    out.println();
    String line = Printable.of(String.join(" ", words));
    out.println(("; <<>> Leafward " + Version.NUMBER + " <<>> " + line).strip());
    out.println(";; global options: +cmd");
  }

  /** Prints the parts of one reply that are to be shown. */
  void print(Report report) {
    if (report.isUnreachable()) {
      out.println(";; no servers could be reached");
      out.println();
      return;
    }
    Shown shown = report.query().display().shown();
    if (shown.has(Part.COMMENTS)) {
      printHeader(report.message());
    }
    printSections(report.message(), shown);
    if (shown.has(Part.COMMENTS)) {
      report.failure().ifPresent(failure -> printReason(failure.sentence()));
    }
    if (shown.has(Part.STATISTICS)) {
      printStatistics(report);
    }
  }

  private void printHeader(Message message) {
    out.println(";; Got answer:");
    out.print(MessagePrinter.header(message));
    out.println();
    message.edns().ifPresent(edns -> out.print(MessagePrinter.edns(edns)));
  }

  /** Headings, and the blank lines behind sections, are comments. */
  private void printSections(Message message, Shown shown) {
    RecordLayout layout = shown.layout();
    boolean headings = shown.has(Part.COMMENTS);
    if (shown.has(Part.QUESTION)) {
      if (headings) {
        out.print(MessagePrinter.question(message, layout));
      } else {
        message.questions().forEach(each -> out.print(MessagePrinter.question(each, layout)));
      }
    }
    for (Section section : Section.values()) {
      if (!shown.has(part(section))) {
        continue;
      }
      if (headings) {
        out.print(MessagePrinter.section(message, section, layout));
      } else {
        message.section(section).forEach(each -> out.print(MessagePrinter.record(each, layout)));
      }
    }
  }

  private static Part part(Section section) {
    return switch (section) {
      case ANSWER -> Part.ANSWER;
      case AUTHORITY -> Part.AUTHORITY;
      case ADDITIONAL -> Part.ADDITIONAL;
    };
  }

  private void printStatistics(Report report) {
    out.println(";; Query time: " + report.elapsed().toMillis() + " msec");
    out.println(";; SERVER: " + server(report));
    out.println(";; WHEN: " + when(report.when()));
    out.println(";; MSG SIZE  rcvd: " + MessageCodec.encode(report.message()).length);
    out.println();
  }

  /** The server that gave the answer, where one gave all of it; else this process. */
  private static String server(Report report) {
    return report
        .answeredBy()
        .map(exchange -> {
          String address = Addresses.text(exchange.server());
          return address
              + "#"
              + exchange.port()
              + "("
              + address
              + ") ("
              + exchange.protocol()
              + ")";
        })
        .orElseGet(() -> "127.0.0.1#0(leafward) (" + report.world() + ")");
  }

  private void printReason(String sentence) {
    for (String line : LineWrapper.wrap("Reason: " + sentence, WIDTH - COMMENT.length())) {
      out.println(COMMENT + line);
    }
    out.println();
  }

  /**
   * The form of {@code date}, zones other than UTC by their offset. Put together by hand because
   * the JDK's formatter reads its locale data first, which takes longer than a lookup.
   */
  static String when(OffsetDateTime time) {
    String offset = time.getOffset().getTotalSeconds() == 0 ? "UTC" : time.getOffset().getId();
    return shortName(time.getDayOfWeek())
        + " "
        + shortName(time.getMonth())
        + " "
        + twoDigits(time.getDayOfMonth())
        + " "
        + twoDigits(time.getHour())
        + ":"
        + twoDigits(time.getMinute())
        + ":"
        + twoDigits(time.getSecond())
        + " "
        + offset.replace(":", "")
        + " "
        + time.getYear();
  }

  private static String shortName(DayOfWeek day) {
    return capitalised(day.name());
  }

  private static String shortName(Month month) {
    return capitalised(month.name());
  }

  private static String capitalised(String upperCase) {
    return upperCase.charAt(0) + upperCase.substring(1, 3).toLowerCase(Locale.ROOT);
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
