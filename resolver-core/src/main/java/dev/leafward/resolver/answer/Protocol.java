// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

/** The transport protocols that a resolver speaks to servers. */
public enum Protocol {
  /** Datagrams (RFC 1035 section 4.2.1): may be truncated, may be forged by outsiders. */
  UDP,
  /** A stream (RFC 7766): never truncated. */
  TCP
}
