// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Finds and opens the files that a zone file may include, and no others.
 *
 * <p>A file name is relative to the folder, has no {@code ..} in it, and passes through no symbolic
 * link below the folder. What is found is a regular file: a device or a pipe could block for ever.
 */
final class IncludeFolder {
  private final Path folder;

  IncludeFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds a file.
   *
   * @throws IllegalArgumentException if the name leads elsewhere, or to no regular file
   * @throws IOException if the folder itself cannot be looked at
   */
  Path find(String name) throws IOException {
    Path root = folder.toRealPath();
    Path relative = relative(name);
    Path file = root;
    for (Path part : relative) {
      file = file.resolve(part);
      if (Files.isSymbolicLink(file)) {
        throw new IllegalArgumentException("a symbolic link may leave the include folder");
      }
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException("there is no such file");
    }
    if (!file.toRealPath().startsWith(root)) {
      throw new IllegalArgumentException("it is outside the include folder");
    }
    return file;
  }

  private Path relative(String name) {
    Path path;
    try {
      path = folder.getFileSystem().getPath(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it is no path", e);
    }
    if (path.getRoot() != null) {
      throw new IllegalArgumentException("it is not relative to the include folder");
    }
    for (Path part : path) {
      if (part.toString().equals("..")) {
        throw new IllegalArgumentException("a path with .. may leave the include folder");
      }
    }
    return path.normalize();
  }

  /** Opens a file that was found, as UTF-8; other octets make reading it fail. */
  static Reader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS),
            StandardCharsets.UTF_8.newDecoder()));
  }
}
