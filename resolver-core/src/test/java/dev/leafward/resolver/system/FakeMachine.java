// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A machine made of a few strings, that counts what is read of it. */
final class FakeMachine implements Machine {

  final Map<String, String> files = new HashMap<>();
  final Map<String, String> outputs = new HashMap<>();
  final Map<String, String> environment = new HashMap<>();

  /** Cannot open anything more: files are there and cannot be read. */
  boolean hasTooManyFilesOpen;

  final List<String> reads = new ArrayList<>();
  final String operatingSystem;
  String hostName = "vm";

  FakeMachine(String operatingSystem) {
    this.operatingSystem = operatingSystem;
  }

  /** How often a file or a command was read. */
  long reads(String what) {
    return reads.stream().filter(what::equals).count();
  }

  @Override
  public Optional<String> file(Path file, int characters) throws IOException {
    reads.add(file.toString());
    if (hasTooManyFilesOpen) {
      throw new IOException("too many open files");
    }
    return Optional.ofNullable(files.get(file.toString()))
        .map(text -> text.substring(0, Math.min(characters, text.length())));
  }

  @Override
  public Optional<String> output(List<String> command) {
    reads.add(String.join(" ", command));
    return Optional.ofNullable(outputs.get(String.join(" ", command)));
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public String operatingSystem() {
    return operatingSystem;
  }

  @Override
  public String hostName() {
    return hostName;
  }

  @Override
  public OptionalInt interfaceIndex(String name) {
    return name.equals("en0") ? OptionalInt.of(4) : OptionalInt.empty();
  }
}
