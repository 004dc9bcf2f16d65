// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

/** Whether, and in which form, a question is put to the same server again. */
sealed interface NextTry {

  /**
   * Send it in this form.
   *
   * @param form the form
   */
  record Send(QueryForm form) implements NextTry {}

  /** Leave it at what the last try brought. */
  record Enough() implements NextTry {}
}
