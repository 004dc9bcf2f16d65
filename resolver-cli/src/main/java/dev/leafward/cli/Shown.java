// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.collect.Sets;
import dev.leafward.wire.text.RecordLayout;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which parts of a reply are printed in dig's layout, and which fields of its records.
 *
 * @param parts the parts, in the order in which they are printed
 * @param layout the fields of records
 */
record Shown(Set<Part> parts, RecordLayout layout) {
  /** All of it. */
  static final Shown ALL = new Shown(EnumSet.allOf(Part.class), RecordLayout.ALL);

  /** Copies the set. */
  Shown {
    parts = Sets.immutableEnumSet(parts);
  }

  /** Whether that part is printed. */
  boolean has(Part part) {
    return parts.contains(part);
  }

  /** A part of the output that has a flag of its own. */
  enum Part {
    /** The lines that name the program and its command line. */
    BANNER,
    /** Header, EDNS, the headings of sections, and the reason for a failure. */
    COMMENTS,
    /** The question section. */
    QUESTION,
    /** The answer section. */
    ANSWER,
    /** The authority section. */
    AUTHORITY,
    /** The additional section, without EDNS. */
    ADDITIONAL,
    /** The lines behind the message: how long it took, when, and so on. */
    STATISTICS
  }
}
