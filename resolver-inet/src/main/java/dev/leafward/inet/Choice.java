// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.resolver.host.HostResolver;

/** What the JVM was told about its resolver, by the time of the first lookup. */
sealed interface Choice {

  /** The choice as the end of a sentence, for the log and for probes. */
  String text();

  /** Nobody has said anything. */
  record NotMade() implements Choice {
    @Override
    public String text() {
      return "Leafward is not switched on: " + SettingsReader.MODE + " is not set";
    }
  }

  /**
   * The program has handed over a resolver.
   *
   * @param hosts what resolves
   */
  record Given(HostResolver hosts) implements Choice {
    @Override
    public String text() {
      return "the program's own HostResolver";
    }
  }

  /**
   * There are settings.
   *
   * @param settings what they are
   * @param origin where the mode stands, in words
   */
  record Settled(InetSettings settings, String origin) implements Choice {
    @Override
    public String text() {
      return "mode " + settings.mode().word() + " (" + origin + ")";
    }
  }

  /**
   * The settings mean nothing, or cannot be read.
   *
   * @param text what is wrong
   */
  record Broken(String text) implements Choice {}
}
