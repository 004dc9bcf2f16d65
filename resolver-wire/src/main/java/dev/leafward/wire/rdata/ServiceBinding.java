// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.name.DomainName;

/**
 * What SVCB and the types compatible with it have in common: another name for a service, or an
 * endpoint of it and how to connect there.
 *
 * <p>RFC 9460 section 2.4.
 */
public sealed interface ServiceBinding extends RData permits SVCB, HTTPS {
  /** The priority that says AliasMode (section 2.4.1). */
  int ALIAS_MODE = 0;

  /**
   * Returns the priority.
   *
   * @return 0 for AliasMode, else 1..65535, lower is tried first
   */
  int priority();

  /**
   * Returns the target.
   *
   * @return in AliasMode the other name, the root for "no such service here"; else the endpoint's
   *     name, the root for the owner
   */
  DomainName target();

  /**
   * Returns the parameters.
   *
   * @return to be ignored in AliasMode (section 2.4.2)
   */
  SvcParams params();

  /**
   * Tells whether the record is an alias.
   *
   * @return true in AliasMode, false in ServiceMode
   */
  default boolean isAlias() {
    return priority() == ALIAS_MODE;
  }

  /**
   * Tells whether the parameters comply with each other's requirements (section 2.4.3). A client
   * must not use a record whose parameters do not, and may then drop the RRset; a resolver passes
   * it on.
   *
   * @return false if a mandatory key is missing, or is {@code mandatory} itself (section 8), or
   *     there is {@code no-default-alpn} without {@code alpn} (section 7.1.1); always true in
   *     AliasMode, where parameters mean nothing
   */
  default boolean isSelfConsistent() {
    return isAlias() || params().inconsistency() == null;
  }
}
