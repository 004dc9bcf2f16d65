// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.rdata.Octets;

/**
 * A request whose signature holds, with what it takes to sign the responses.
 *
 * @param message the request, without its TSIG record
 * @param key the key it was signed with
 * @param mac the signature
 */
public record TsigRequest(Message message, TsigKey key, Octets mac) {}
