// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

/**
 * What becomes of a question about a name in a local zone. The words, and what they mean, are those
 * of Unbound. Data at the very name and of the very type are the answer in every type of zone but
 * the last one.
 */
public enum LocalZoneType {
  /** What the zone's data do not have does not exist: no data, or no such name. */
  STATIC,
  /** A name with data has no others; every other name is resolved as if there were no zone. */
  TRANSPARENT,
  /** What the zone's data do not have, by name and type, is resolved as if there were no zone. */
  TYPE_TRANSPARENT,
  /** Every name of the zone has the data of its top, and no others. */
  REDIRECT,
  /** Where there are no data, the question fails, for a policy forbids it: REFUSED. */
  REFUSE,
  /** Where there are no data, the question fails, and whoever asked should hear nothing. */
  DENY,
  /** No name exists, whatever the data say. */
  ALWAYS_NO_SUCH_NAME,
  /** Every name has the addresses 0.0.0.0 and ::, and nothing else, whatever the data say. */
  ALWAYS_NULL
}
