// SPDX-License-Identifier: Apache-2.0
/** The root of the DNS as IANA publishes it: server addresses and trust anchors. */
@NullMarked
package dev.leafward.roothints;

import org.jspecify.annotations.NullMarked;
