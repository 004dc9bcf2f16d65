// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The class of a resource record, or of a question: an open 16-bit value.
 *
 * <p>RFC 1035 section 3.2.4; the constants are IANA's assignments (RFC 6895 section 3.2). A number
 * without a constant is written {@code CLASS32} (RFC 3597 section 5). Values are equal when their
 * numbers are.
 */
public final class RRClass implements Comparable<RRClass> {
  private static final CodeTable<RRClass> TABLE = new CodeTable<>("CLASS");

  /** The Internet (RFC 1035). */
  public static final RRClass IN = assigned(1, "IN");

  /** The Chaos system; in use for {@code version.bind} and the like (RFC 1035). */
  public static final RRClass CH = assigned(3, "CH");

  /** Hesiod (RFC 1035). */
  public static final RRClass HS = assigned(4, "HS");

  /** No class: a mark of dynamic update (RFC 2136). */
  public static final RRClass NONE = assigned(254, "NONE");

  /** Any class, in questions only (RFC 1035). */
  public static final RRClass ANY = assigned(255, "ANY");

  private final int code;
  private final @Nullable String mnemonic;

  private RRClass(int code, @Nullable String mnemonic) {
    this.code = code;
    this.mnemonic = mnemonic;
  }

  private static RRClass assigned(int code, String mnemonic) {
    return TABLE.add(code, mnemonic, new RRClass(code, mnemonic));
  }

  /**
   * Returns the class with this number.
   *
   * @param code 0..65535
   * @return the constant, where there is one
   * @throws IllegalArgumentException if the number is out of range
   */
  public static RRClass of(int code) {
    RRClass assigned = TABLE.find(code);
    return assigned != null ? assigned : new RRClass(CodeTable.checked(code), null);
  }

  /**
   * Reads a mnemonic such as {@code IN}, or a generic name such as {@code CLASS65280}, in any case.
   *
   * @param text the name of a class
   * @return the class
   * @throws IllegalArgumentException if the text names no class
   */
  public static RRClass parse(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" names no class"));
  }

  /**
   * Looks for the class that a text names, as {@link #parse} does.
   *
   * @param text any text
   * @return the class, or empty if the text names none
   */
  public static Optional<RRClass> find(String text) {
    Optional<RRClass> assigned = TABLE.find(text);
    if (assigned.isPresent()) {
      return assigned;
    }
    OptionalInt generic = TABLE.genericCode(text);
    return generic.isPresent() ? Optional.of(of(generic.getAsInt())) : Optional.empty();
  }

  /**
   * Returns the number on the wire.
   *
   * @return 0..65535
   */
  public int code() {
    return code;
  }

  /** Orders by number. */
  @Override
  public int compareTo(RRClass other) {
    return Integer.compare(code, other.code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RRClass that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /**
   * Returns the mnemonic, or the generic name where there is none.
   *
   * @return for instance {@code IN} or {@code CLASS65280}
   */
  @Override
  public String toString() {
    return mnemonic != null ? mnemonic : TABLE.genericName(code);
  }
}
