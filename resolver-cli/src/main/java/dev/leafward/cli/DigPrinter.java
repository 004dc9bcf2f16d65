// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.text.MessagePrinter;
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
 * {@code SERVER} line names this process, as no one server gave the whole answer: an address, port
 * and name in dig's form, the port being 0 as none is open, then where it resolved.
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

  /** Prints one reply, with a blank line behind it. */
  void print(Report report) {
    if (report.isUnreachable()) {
      out.println(";; no servers could be reached");
      out.println();
      return;
    }
    out.println(";; Got answer:");
    out.println(MessagePrinter.print(report.message()).stripTrailing());
    out.println();
    report.failure().ifPresent(failure -> printReason(failure.sentence()));
    out.println(";; Query time: " + report.elapsed().toMillis() + " msec");
    out.println(";; SERVER: 127.0.0.1#0(leafward) (" + report.world() + ")");
    out.println(";; WHEN: " + when(report.when()));
    out.println(";; MSG SIZE  rcvd: " + MessageCodec.encode(report.message()).length);
    out.println();
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
