// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

/** The sections of a message that hold records, in the order of the wire (RFC 1035 4.1). */
public enum Section {
  /** The records that answer the question. */
  ANSWER,
  /** The records that point to an authority. */
  AUTHORITY,
  /** The records that may spare further questions. */
  ADDITIONAL
}
