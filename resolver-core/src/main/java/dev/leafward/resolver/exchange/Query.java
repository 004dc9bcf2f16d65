// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.wire.message.Question;

/**
 * One query message, and what is needed to know its reply.
 *
 * @param id its ID
 * @param question its one question
 * @param form how it goes out
 * @param maxReplyOctets the longest reply it allows
 * @param octets the message; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // queries are never compared
record Query(int id, Question question, QueryForm form, int maxReplyOctets, byte[] octets) {}
