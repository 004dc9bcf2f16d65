// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;

/**
 * Numbers the places that the cache has at each name: one for each type and class, and two more for
 * each class.
 *
 * <p>The two use type numbers that no record can have: 0 and 65535 are reserved (RFC 6895 section
 * 3.1). An RRset and the denial of that RRset share a place, so that one takes the other's.
 */
final class Slots {
  private static final int NO_SUCH_NAME = 0;
  private static final int DELEGATION = 0xFFFF;

  private Slots() {}

  /**
   * True if the type can be asked of the cache: not for meta types, of which ANY would be answered
   * in part as if in full (RFC 8482 section 1).
   */
  static boolean hasSlot(RRType type) {
    return !type.isMeta() && type.code() != NO_SUCH_NAME && type.code() != DELEGATION;
  }

  /** The place of an RRset or of its denial; only for a type that {@link #hasSlot}. */
  static int of(RRType type, RRClass rrClass) {
    return slot(type.code(), rrClass);
  }

  /** The place of the denial of a whole name. */
  static int noSuchName(RRClass rrClass) {
    return slot(NO_SUCH_NAME, rrClass);
  }

  /** The place of the parent's word on the name servers of a zone. */
  static int delegation(RRClass rrClass) {
    return slot(DELEGATION, rrClass);
  }

  private static int slot(int type, RRClass rrClass) {
    return rrClass.code() << 16 | type;
  }
}
