// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many sockets and files this process may have open. */
final class DescriptorLimit {

  /** What is assumed where the system does not say, or says that there is no limit. */
  private static final int USUAL = 4096;

  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final String OPEN_FILES = "Max open files";

  private DescriptorLimit() {}

  /** The limit on Linux, where the system tells; elsewhere a number that is safe. */
  static int current() {
    try {
      return Files.isReadable(LIMITS) ? parse(Files.readAllLines(LIMITS)) : USUAL;
    } catch (IOException e) {
      return USUAL;
    }
  }

  /** The limit from lines as those of {@code /proc/self/limits}: name, soft limit, hard limit. */
  static int parse(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(OPEN_FILES))
        .map(line -> line.substring(OPEN_FILES.length()).strip().split("\\s+", 2)[0])
        .filter(soft -> soft.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(USUAL);
  }
}
