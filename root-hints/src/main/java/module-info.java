// SPDX-License-Identifier: Apache-2.0
/** IANA's root hints and root trust anchors, as data. */
module dev.leafward.roothints {
  requires static org.jspecify;

  exports dev.leafward.roothints;
}
