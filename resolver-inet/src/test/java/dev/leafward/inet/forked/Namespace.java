// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A network of a program's own (Linux): loopback, with a real Unbound at 127.0.0.1 port 53 that
 * {@code /etc/resolv.conf} names. All of it ends with the program.
 */
final class Namespace {

  private static final String SHELL_SCRIPT =
      """
      mount --bind "$1/resolv.conf" /etc/resolv.conf || exit 91
      mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf || exit 91
      ip link set lo up || exit 91
      unbound -c "$1/unbound.conf" || exit 92
      shift
      exec "$@"
      """;

  private static final List<String> UNSHARE =
      List.of("unshare", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--mount-proc");

  private Namespace() {}

  /** Skips the test where there can be no such thing. */
  static void assumePossible() throws IOException, InterruptedException {
    assumeTrue(
        succeeds(List.of("unshare", "--map-root-user", "--net", "--mount", "ip", "link")),
        "no network namespace can be made here (Linux, unshare, iproute2)");
    assumeTrue(succeeds(List.of("unbound", "-V")), "there is no Unbound here");
    assumeTrue(
        Files.exists(Path.of("/etc/resolv.conf")) && Files.exists(Path.of("/etc/nsswitch.conf")),
        "nothing to put a configuration of our own over");
  }

  /**
   * The command to put before that of a program.
   *
   * @param folder for the configuration
   * @param localData records that Unbound serves, in its own form
   */
  static String[] command(Path folder, String... localData) throws IOException {
    Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
    Files.writeString(folder.resolve("nsswitch.conf"), "hosts: files dns\n");
    StringBuilder unbound =
        new StringBuilder(
            """
            server:
              interface: 127.0.0.1
              username: ""
              chroot: ""
              use-syslog: no
              local-zone: "." static
            remote-control:
              control-enable: no
            server:
              directory: "%1$s"
              pidfile: "%1$s/unbound.pid"
              logfile: "%1$s/unbound.log"
            """
                .formatted(folder));
    for (String record : localData) {
      unbound.append("  local-data: \"").append(record).append("\"\n");
    }
    Files.writeString(folder.resolve("unbound.conf"), unbound);
    return Stream.concat(
            UNSHARE.stream(),
            Stream.of("--kill-child", "sh", "-c", SHELL_SCRIPT, "sh", folder.toString()))
        .toArray(String[]::new);
  }

  private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(1, TimeUnit.MINUTES);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }
}
