// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can be found out about the machine that the program runs on, without the network. Whatever
 * reads its configuration does so through this, so that tests have machines of their own.
 */
public interface Machine {

  /** This one. */
  static Machine thisOne() {
    return new ThisMachine();
  }

  /**
   * The beginning of a file.
   *
   * @param file an absolute path; links are followed
   * @param characters the most to read
   * @return what is in the file, with whatever is not UTF-8 replaced; empty if it is not there, or
   *     not ours to read
   * @throws IOException if it is there and ours to read, and yet cannot be read at present, as when
   *     too many files are open: that says nothing of what is in it
   */
  Optional<String> file(Path file, int characters) throws IOException;

  /**
   * What a command writes.
   *
   * @param command the program and its arguments; no shell reads them
   * @return its standard output; empty if there is no such command, it fails, or takes too long
   */
  Optional<String> output(List<String> command);

  /** The variables of the environment. */
  Map<String, String> environment();

  /** The kind of operating system, as the system property {@code os.name} has it. */
  String operatingSystem();

  /** The machine's own name, as it calls itself, with or without a domain; empty if unknown. */
  String hostName();

  /** The number of the network interface with that name, if there is one. */
  OptionalInt interfaceIndex(String name);
}
