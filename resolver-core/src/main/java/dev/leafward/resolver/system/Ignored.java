// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

/**
 * A part of the configuration that is not used as it stands.
 *
 * @param text the line or the word, as it was written; what is very long is cut
 * @param reason why, as the rest of a sentence
 * @param origin where it was found
 */
public record Ignored(String text, String reason, Origin origin) {

  private static final int SHOWN_CHARACTERS = 120;

  /** Cuts a long text. */
  public Ignored {
    if (text.length() > SHOWN_CHARACTERS) {
      text = text.substring(0, SHOWN_CHARACTERS) + "...";
    }
  }
}
