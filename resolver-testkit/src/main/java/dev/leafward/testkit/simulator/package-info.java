// SPDX-License-Identifier: Apache-2.0
/**
 * The seeded simulator: whole worlds of zones, servers, faults and questions, each from one seed,
 * played against the resolver in virtual time and judged by an oracle that knows the zone data.
 */
@NullMarked
package dev.leafward.testkit.simulator;

import org.jspecify.annotations.NullMarked;
