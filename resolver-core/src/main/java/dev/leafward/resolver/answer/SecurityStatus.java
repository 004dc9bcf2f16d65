// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

/** What DNSSEC says of an answer (RFC 4035 section 4.3), bogus ones being failures instead. */
public enum SecurityStatus {
  /**
   * A chain of signatures from a trust anchor was checked; or a resolver says that it has done so,
   * and is trusted by configuration ({@link dev.leafward.resolver.config.StubFlag#TRUST_AD}).
   */
  SECURE,
  /** A trust anchor's chain proves that the zone is not signed. */
  INSECURE,
  /** Nothing was checked. */
  INDETERMINATE
}
