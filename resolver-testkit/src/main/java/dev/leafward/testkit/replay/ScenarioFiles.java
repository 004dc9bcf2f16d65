// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of scenarios, which are named {@code *.rpl} or {@code *.crpl}. */
public final class ScenarioFiles {

  private ScenarioFiles() {}

  /**
   * The files named, and those in the folders named at any depth, in order.
   *
   * @param paths files of any name, and folders
   * @throws IOException if one is not there, or a folder cannot be read
   */
  public static List<Path> at(List<Path> paths) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          below.filter(ScenarioFiles::isScenario).sorted().forEach(all::add);
        }
      } else if (Files.exists(path)) {
        all.add(path);
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return all;
  }

  private static boolean isScenario(Path path) {
    String name = path.toString();
    return (name.endsWith(".rpl") || name.endsWith(".crpl")) && Files.isRegularFile(path);
  }
}
