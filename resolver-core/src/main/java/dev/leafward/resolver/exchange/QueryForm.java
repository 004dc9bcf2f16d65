// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;

/**
 * In which form a question goes out.
 *
 * @param protocol over which protocol
 * @param edns whether it carries EDNS
 */
public record QueryForm(Protocol protocol, boolean edns) {

  QueryForm overTcp() {
    return new QueryForm(Protocol.TCP, edns);
  }

  QueryForm withoutEdns() {
    return new QueryForm(protocol, false);
  }
}
