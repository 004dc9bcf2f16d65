// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The assigned values of one 16-bit code space, found by number or by mnemonic.
 *
 * <p>RFC 3597 section 5 gives the generic names ({@code TYPE731}, {@code CLASS32}). A table is
 * filled by the static initialiser of the class whose constants it holds, and never changes
 * afterwards.
 *
 * @param <T> the class of the values
 */
final class CodeTable<T> {
  private static final int MAX_CODE = 0xFFFF;

  /** Assigned codes are mostly small; those are found by index. */
  private static final int DIRECT = 512;

  private final String genericPrefix;
  private final List<@Nullable T> direct = new ArrayList<>(Collections.nCopies(DIRECT, null));
  private final Map<Integer, T> others = new HashMap<>();
  private final Map<String, T> byMnemonic = new HashMap<>();

  CodeTable(String genericPrefix) {
    this.genericPrefix = genericPrefix;
  }

  T add(int code, String mnemonic, T value) {
    if (find(code) != null || byMnemonic.putIfAbsent(mnemonic, value) != null) {
      throw new IllegalStateException(mnemonic + " (" + code + ") is assigned twice");
    }
    if (code < DIRECT) {
      direct.set(code, value);
    } else {
      others.put(code, value);
    }
    return value;
  }

  @Nullable T find(int code) {
    return code >= 0 && code < DIRECT ? direct.get(code) : others.get(code);
  }

  Optional<T> find(String mnemonic) {
    return Optional.ofNullable(byMnemonic.get(mnemonic.toUpperCase(Locale.ROOT)));
  }

  String genericName(int code) {
    return genericPrefix + code;
  }

  /** The number in a generic name such as {@code TYPE731}; empty if the text is none. */
  OptionalInt genericCode(String text) {
    int digits = genericPrefix.length();
    if (text.length() <= digits
        || text.length() > digits + 5
        || !text.regionMatches(true, 0, genericPrefix, 0, digits)) {
      return OptionalInt.empty();
    }
    int code = 0;
    for (int i = digits; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      code = code * 10 + (c - '0');
    }
    return code <= MAX_CODE ? OptionalInt.of(code) : OptionalInt.empty();
  }

  static int checked(int code) {
    if (code < 0 || code > MAX_CODE) {
      throw new IllegalArgumentException("code " + code + " is outside 0..65535");
    }
    return code;
  }
}
