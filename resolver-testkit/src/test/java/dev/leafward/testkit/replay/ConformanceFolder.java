// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenarios of others, where a checkout has them beside it. */
public final class ConformanceFolder {

  private ConformanceFolder() {}

  /** The folder {@code shared/conformance} in one of the folders above. */
  public static Optional<Path> find() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared/conformance"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** All scenarios in the folder, in order. */
  public static List<Path> scenarios(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.c?rpl")).sorted().toList();
    }
  }
}
