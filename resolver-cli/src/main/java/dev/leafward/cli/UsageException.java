// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

/** The command line asks for something that cannot be done; the message says what to do instead. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * A mistake on the command line.
   *
   * @param sentence names the word at fault and says what to do; without a full stop
   */
  UsageException(String sentence) {
    super(sentence);
  }

  /** The sentence for people. */
  String sentence() {
    String sentence = getMessage();
    return sentence == null ? "the command line could not be understood" : sentence;
  }
}
