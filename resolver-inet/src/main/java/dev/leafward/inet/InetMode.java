// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who resolves the names that the programs of this JVM look up. */
public enum InetMode {
  /** Leafward, which asks the authorities itself, from the root downwards. */
  RECURSIVE,
  /** Leafward, which asks the resolvers that this machine is configured to. */
  STUB,
  /** The JDK's own resolver; Leafward resolves beside it and reports differences and times. */
  SHADOW,
  /** The JDK's own resolver, as without Leafward. */
  OFF;

  /** The mode of that name in small letters, as it stands in properties. */
  static Optional<InetMode> named(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /** All names, as a message lists them. */
  static String words() {
    return Arrays.stream(values()).map(InetMode::word).collect(Collectors.joining(", "));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
