// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.text.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The {@code leafward} command: ties it to this process's arguments, streams and exit status. */
public final class Main {
  private static final int BUFFER_OCTETS = 8_192;

  private Main() {}

  /**
   * Runs the command and ends the process.
   *
   * @param args the command line; {@code --help} explains it
   */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    System.exit(run(List.of(args), out, err, ResolverPool::open).code());
  }

  /** Runs a command line, whatever becomes of it, and writes all that it printed. */
  static ExitStatus run(List<String> words, PrintStream out, PrintStream err, AskerOpener opener) {
    ExitStatus status;
    try {
      Optional<Subcommand> subcommand = Subcommand.of(words);
      status =
          subcommand.isPresent()
              ? subcommand.get().run(words, out, err)
              : new LeafwardCommand(out, err, Palette::ofStandardOutput, opener).run(words);
    } catch (RuntimeException | Error e) {
      out.flush();
      err.println("leafward: failed by a defect of its own: " + Printable.of(describe(e)));
      status = ExitStatus.INTERNAL;
    }
    if (out.checkError()) {
      err.println("leafward: the output could not be written");
      status = ExitStatus.INTERNAL;
    }
    err.flush();
    return status;
  }

  /** What happened and where: enough for a report, on one line. */
  private static String describe(Throwable defect) {
    StackTraceElement[] frames = defect.getStackTrace();
    return frames.length == 0 ? defect.toString() : defect + ", at " + frames[0];
  }

  /** Output is put together first and written in one go: a line a system call would be slow. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_OCTETS),
        false,
        StandardCharsets.UTF_8);
  }
}
