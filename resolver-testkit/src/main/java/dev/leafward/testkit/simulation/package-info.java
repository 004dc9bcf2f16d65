// SPDX-License-Identifier: Apache-2.0
/** The simulated network: transports whose time is virtual and whose luck comes from a seed. */
@NullMarked
package dev.leafward.testkit.simulation;

import org.jspecify.annotations.NullMarked;
