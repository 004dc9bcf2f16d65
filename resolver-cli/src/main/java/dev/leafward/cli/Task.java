// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.IOException;
import java.io.PrintStream;

/** The work of one {@link Subcommand}, whose options picocli has filled in. */
interface Task {

  /**
   * Does it.
   *
   * @throws UsageException if the options make no sense
   * @throws IOException if something cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  ExitStatus run(PrintStream out, PrintStream err)
      throws UsageException, IOException, InterruptedException;
}
