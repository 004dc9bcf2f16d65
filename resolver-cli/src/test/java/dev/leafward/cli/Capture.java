// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream to print to, and what was printed. */
final class Capture {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(octets, true, StandardCharsets.UTF_8);

  PrintStream stream() {
    return stream;
  }

  /** What was printed, its line ends as Unix has them. */
  String text() {
    return octets.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
