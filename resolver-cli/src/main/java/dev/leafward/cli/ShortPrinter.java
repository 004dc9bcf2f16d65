// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.wire.message.ResourceRecord;
import java.io.PrintStream;

/** Prints the data of the answer section, one record a line, aliases included, and nothing else. */
final class ShortPrinter {
  private final PrintStream out;

  ShortPrinter(PrintStream out) {
    this.out = out;
  }

  /** Prints the data of one reply; nothing where there are none, or none are wanted. */
  void print(Report report) {
    if (!report.query().display().shown().has(Shown.Part.ANSWER)) {
      return;
    }
    for (ResourceRecord record : report.message().answers()) {
      out.println(record.data());
    }
  }
}
