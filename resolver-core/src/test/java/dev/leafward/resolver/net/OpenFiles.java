// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Counts what this process has open, where the system tells (Linux). */
final class OpenFiles {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private OpenFiles() {}

  /** The sockets that are open in this process. */
  static long sockets() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DESCRIPTORS), "no " + DESCRIPTORS + " here");
    try (Stream<Path> all = Files.list(DESCRIPTORS)) {
      return all.filter(OpenFiles::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // closed since it was listed
    }
  }

  /** Waits until no more than so many sockets are open; {@code @Timeout} ends a vain wait. */
  static void awaitSockets(long atMost) throws IOException {
    while (sockets() > atMost) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    assertThat(sockets()).isLessThanOrEqualTo(atMost);
  }

  /** The platform threads of this name. */
  static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }
}
