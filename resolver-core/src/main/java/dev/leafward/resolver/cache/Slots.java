// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;

/**
 * Numbers the places that the cache has at each name: one for each type and class, and three more
 * for each class.
 *
 * <p>The three use type numbers that no record of a zone can have: 0 and 65535 are reserved (RFC
 * 6895 section 3.1), 41 is OPT. An RRset and the denial of that RRset share a place, so that one
 * takes the other's.
 */
final class Slots {
  private static final int NO_SUCH_NAME = 0;
  private static final int DELEGATION = 0xFFFF;
  private static final int UNCUT = 41;
  private static final int TYPE_BITS = 0xFFFF;

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

  /** The place of the word of a zone's servers that they have no zone cut at a name. */
  static int uncut(RRClass rrClass) {
    return slot(UNCUT, rrClass);
  }

  static boolean isUncut(int slot) {
    return (slot & TYPE_BITS) == UNCUT;
  }

  static boolean isNoSuchName(int slot) {
    return (slot & TYPE_BITS) == NO_SUCH_NAME;
  }

  static boolean isDelegation(int slot) {
    return (slot & TYPE_BITS) == DELEGATION;
  }

  /** The type of what stands at a place: NS for a delegation. */
  static RRType type(int slot) {
    return isDelegation(slot) ? RRType.NS : RRType.of(slot & TYPE_BITS);
  }

  static RRClass rrClass(int slot) {
    return RRClass.of(slot >>> 16);
  }

  private static int slot(int type, RRClass rrClass) {
    return rrClass.code() << 16 | type;
  }
}
