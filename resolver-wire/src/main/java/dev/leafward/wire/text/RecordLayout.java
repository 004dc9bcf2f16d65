// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

/**
 * Which fields of a record are printed, and in which columns, as dig has them.
 *
 * <p>The class of a question is always printed; it stands where the layout has it.
 */
public enum RecordLayout {
  /** Owner, TTL, class, type, data. */
  ALL(32, 40, 48),
  /** Owner, class, type, data: dig's {@code +nottlid}. */
  WITHOUT_TTL(24, 32, 40),
  /** Owner, TTL, type, data: dig's {@code +noclass}. */
  WITHOUT_CLASS(24, 32, 40),
  /** Owner, type, data. */
  WITHOUT_TTL_AND_CLASS(24, 24, 32);

  private static final int TTL_COLUMN = 24;

  private final int classColumn;
  private final int typeColumn;
  private final int dataColumn;

  RecordLayout(int classColumn, int typeColumn, int dataColumn) {
    this.classColumn = classColumn;
    this.typeColumn = typeColumn;
    this.dataColumn = dataColumn;
  }

  boolean hasTtl() {
    return this == ALL || this == WITHOUT_CLASS;
  }

  boolean hasClass() {
    return this == ALL || this == WITHOUT_TTL;
  }

  int ttlColumn() {
    return TTL_COLUMN;
  }

  int classColumn() {
    return classColumn;
  }

  int typeColumn() {
    return typeColumn;
  }

  int dataColumn() {
    return dataColumn;
  }
}
