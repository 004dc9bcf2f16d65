// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.system.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Linux system that is not running, of which there are only the files, such as the image of a
 * container. A link in it that begins at the root leads into this machine's own files.
 */
final class OtherRoot implements Machine {
  private static final int HOST_NAME_CHARACTERS = 256;

  private final Path root;
  private final Machine here = Machine.thisOne();

  OtherRoot(Path root) {
    this.root = root;
  }

  @Override
  public Optional<String> file(Path file, int characters) throws IOException {
    Path inside = root.resolve(file.subpath(0, file.getNameCount()).toString());
    return here.file(inside, characters);
  }

  @Override
  public Optional<String> output(List<String> command) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public String operatingSystem() {
    return "Linux";
  }

  @Override
  public String hostName() {
    try {
      return file(Path.of("/etc/hostname"), HOST_NAME_CHARACTERS).orElse("").strip();
    } catch (IOException e) {
      return ""; // it is there, but not to be read: as good as unknown
    }
  }

  @Override
  public OptionalInt interfaceIndex(String name) {
    return OptionalInt.empty();
  }
}
