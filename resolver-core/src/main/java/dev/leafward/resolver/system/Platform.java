// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Where a kind of operating system keeps what it is configured to. */
interface Platform {

  /** The one that a machine has. */
  static Platform of(Machine machine) {
    String name = machine.operatingSystem().toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new WindowsPlatform(machine);
    }
    return name.startsWith("mac") ? new MacPlatform(machine) : new UnixPlatform(machine);
  }

  /** How long what was read is good enough. */
  Duration interval();

  /**
   * The text that says what the name servers are; without a file for it, that is the empty text.
   *
   * @return empty if it cannot be found out at present
   */
  Optional<String> resolverText();

  /** What that text means. */
  ResolvConf parse(String resolverText);

  /** The hosts file. */
  Path hosts();

  /** The file that says in which order hosts are looked up where, if the platform has one. */
  Optional<Path> hostsOrder();

  /** The file that says which addresses come first, if the platform has one. */
  Optional<Path> policies();
}
