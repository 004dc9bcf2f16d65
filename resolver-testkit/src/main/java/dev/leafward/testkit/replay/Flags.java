// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import java.util.EnumSet;
import java.util.Set;

/** The flags of a message as a set. */
final class Flags {

  private Flags() {}

  /** Those that are set. */
  static Set<HeaderFlag> of(Message message) {
    Set<HeaderFlag> flags = EnumSet.noneOf(HeaderFlag.class);
    for (HeaderFlag flag : HeaderFlag.values()) {
      if (message.header().has(flag)) {
        flags.add(flag);
      }
    }
    return flags;
  }
}
