// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

/** How far data are believed, least first (RFC 2181 section 5.4.1). */
public enum Trust {
  /** What a server says as a resolver: good for the one question that it was asked, never kept. */
  HEARSAY,
  /** An address beside a referral: good for asking that name server, for nothing else. */
  GLUE,
  /** Name servers in the authority section of a referral: the parent's word on a zone cut. */
  REFERRAL,
  /** The authority section of an authoritative reply: the SOA of a denial. */
  AUTHORITY,
  /** The answer section of an authoritative reply. */
  ANSWER
}
