// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a text, made again only when the text is another.
 *
 * @param <T> what is made of it
 */
final class Watched<T> {

  private final Function<String, T> parser;
  private @Nullable String text;
  private @Nullable T value;

  Watched(Function<String, T> parser) {
    this.parser = parser;
  }

  /** The text of the last time; empty if there was none yet. */
  String text() {
    String known = text;
    return known == null ? "" : known;
  }

  /** What that text means; the same object as the last time if the text is the same. */
  T of(String current) {
    T known = value;
    if (known != null && current.equals(text)) {
      return known;
    }
    T made = parser.apply(current);
    text = current;
    value = made;
    return made;
  }
}
