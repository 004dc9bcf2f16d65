// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/**
 * Bounds on what the records of a service can make a program look up besides.
 *
 * @param hosts how many hosts that the records of one name lead to are looked up; against replies
 *     of hundreds of records, each of which names a host of somebody else's. At least 1. Default:
 *     16, far more than programs try
 * @param aliases how many aliases of RFC 9460's AliasMode are followed; against chains without an
 *     end. At least 0. Default: 8
 */
public record ServiceLimits(int hosts, int aliases) {

  /** The defaults. */
  public static final ServiceLimits DEFAULT = new ServiceLimits(16, 8);

  /** Checks the ranges. */
  public ServiceLimits {
    if (hosts < 1) {
      throw new IllegalArgumentException("limit of " + hosts + " hosts");
    }
    if (aliases < 0) {
      throw new IllegalArgumentException("limit of " + aliases + " aliases");
    }
  }
}
