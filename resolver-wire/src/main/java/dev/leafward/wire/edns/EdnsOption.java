// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.rdata.Octets;

/**
 * One option of the OPT pseudo-record: a code and its data (RFC 6891 6.1.2).
 *
 * <p>Implementations are immutable and have value equality. What is read from a message is an
 * {@link UnknownOption} unless Leafward knows the code.
 */
public interface EdnsOption {
  /** Returns the code that IANA assigned: 0 to 65535. */
  int code();

  /** Returns the option's data as it stands on the wire, without code and length. */
  Octets payload();
}
