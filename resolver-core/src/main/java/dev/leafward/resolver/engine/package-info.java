// SPDX-License-Identifier: Apache-2.0

/** The way of one query: alias chasing, lookup, routing, and the one iteration loop. */
@NullMarked
package dev.leafward.resolver.engine;

import org.jspecify.annotations.NullMarked;
