// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.wire.message.Question;
import dev.leafward.wire.rdata.Octets;
import org.jspecify.annotations.Nullable;

/**
 * One query message, and what is needed to know its reply.
 *
 * @param id its ID
 * @param question its one question
 * @param form how it goes out
 * @param maxReplyOctets the longest reply it allows
 * @param cookie our cookie in it; null if there is none
 * @param octets the message; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // queries are never compared
record Query(
    int id,
    Question question,
    QueryForm form,
    int maxReplyOctets,
    @Nullable Octets cookie,
    byte[] octets) {

  /** Where the question's name begins, behind the header, in a query as in its reply. */
  static final int NAME_AT = 12;
}
