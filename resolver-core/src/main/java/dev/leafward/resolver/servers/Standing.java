// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

/**
 * How a server stands at present, for choosing among servers.
 *
 * @param known whether anything is known of it
 * @param expectedNanos how long a reply is expected to take; of one that is unknown, meaningless
 * @param dead whether it was given time enough, and said nothing
 * @param otherFamilyBetter whether servers of the other family (IPv4, IPv6) should be asked first
 */
record Standing(boolean known, long expectedNanos, boolean dead, boolean otherFamilyBetter) {}
