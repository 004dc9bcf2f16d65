// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

/** Where the walk down a zone towards a name ends (RFC 1034 section 4.3.2, step 3). */
sealed interface ZoneMatch {

  /** The name exists in the zone; perhaps as an empty non-terminal. */
  record Exact(ZoneNode node) implements ZoneMatch {}

  /** The name does not exist, but a wildcard stands for it (RFC 4592 section 3.3). */
  record Wildcard(ZoneNode source) implements ZoneMatch {}

  /** The name lies at or below a zone cut. */
  record Delegation(ZoneNode cut) implements ZoneMatch {}

  /** The name lies below the owner of a DNAME (RFC 6672). */
  record Redirection(ZoneNode owner) implements ZoneMatch {}

  /** Nothing is there; the closest encloser is the deepest ancestor that exists. */
  record Nothing(ZoneNode closestEncloser) implements ZoneMatch {}
}
