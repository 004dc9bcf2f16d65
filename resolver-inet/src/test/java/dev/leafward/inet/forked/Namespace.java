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
 * A network of a program's own (Linux): loopback, port 53 included, with a configuration of the
 * machine that is the program's own, too. All of it ends with the program.
 */
public final class Namespace {

  /** In front of a program: that folder's files in the place of the machine's, and a network. */
  private static final String SHELL_SCRIPT =
      """
      for file in "$1"/etc/*; do
        mount --bind "$file" "/etc/${file##*/}" || exit 91
      done
      echo machine > /proc/sys/kernel/hostname || exit 91
      ip link set lo up || exit 91
      ip addr add 192.0.2.77/32 dev lo || exit 91
      ip addr add 2001:db8::77/128 dev lo nodad || exit 91
      if [ -e "$1/unbound.conf" ]; then
        unbound -c "$1/unbound.conf" || exit 92
      fi
      shift
      exec "$@"
      """;

  private static final List<String> FILES = List.of("resolv.conf", "nsswitch.conf", "hosts");

  private static final List<String> UNSHARE =
      List.of(
          "unshare",
          "--map-root-user",
          "--net",
          "--mount",
          "--uts",
          "--pid",
          "--fork",
          "--mount-proc");

  private Namespace() {}

  /** Skips the test where there can be no such thing. */
  public static void assumePossible() throws IOException, InterruptedException {
    assumeTrue(
        succeeds("unshare", "--map-root-user", "--net", "--mount", "ip", "link"),
        "no network namespace can be made here (Linux, unshare, iproute2)");
    assumeTrue(
        FILES.stream().map(Path.of("/etc")::resolve).allMatch(Files::exists),
        "nothing to put a configuration of our own over");
  }

  /** Skips the test where there can be no such thing, or no Unbound in it. */
  static void assumeUnboundPossible() throws IOException, InterruptedException {
    assumePossible();
    assumeTrue(succeeds("unbound", "-V"), "there is no Unbound here");
  }

  /**
   * The command to put before that of a program that has the network and the configuration to
   * itself, with 192.0.2.77 and 2001:db8::77 for addresses that are not loopback ones, on a machine
   * that is called so, and has no domain.
   *
   * @param folder for the configuration: {@code etc} in it stands in the place of the machine's
   */
  public static String[] command(Path folder) throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
    Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files dns\n");
    Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost\n");
    return Stream.concat(
            UNSHARE.stream(),
            Stream.of("--kill-child", "sh", "-c", SHELL_SCRIPT, "sh", folder.toString()))
        .toArray(String[]::new);
  }

  /**
   * The same, with a real Unbound at 127.0.0.1, which {@code /etc/resolv.conf} names.
   *
   * @param folder for the configuration
   * @param localData records that Unbound serves, in its own form
   */
  static String[] commandWithUnbound(Path folder, String... localData) throws IOException {
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
    return command(folder);
  }

  /** Whether there is such a program, and it ends well. */
  public static boolean succeeds(String... command) throws IOException, InterruptedException {
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
