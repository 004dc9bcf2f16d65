// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/** Whether a name of a single label, such as {@code printer}, is also a name by itself. */
public enum BareNames {

  /** It is asked for as it is, too, as a name right below the root. The default. */
  ASKED,

  /**
   * It is only asked for with the suffixes of the search list, unless there are none; {@code
   * no-tld-query} of {@code resolv.conf(5)}.
   */
  SUFFIXED_ONLY
}
