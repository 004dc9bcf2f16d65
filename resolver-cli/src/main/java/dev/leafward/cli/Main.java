// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    ExitStatus status;
    try {
      status =
          new LeafwardCommand(out, err, Palette::ofStandardOutput, ResolverPool::open)
              .run(List.of(args));
    } catch (RuntimeException e) {
      e.printStackTrace(err);
      status = ExitStatus.INTERNAL;
    }
    out.flush();
    err.flush();
    System.exit(status.code());
  }

  /** Output is put together first and written in one go: a line a system call would be slow. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_OCTETS),
        false,
        StandardCharsets.UTF_8);
  }
}
