// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Time;

/**
 * What an engine lends to its sources.
 *
 * @param cache what is known
 * @param limits the bounds
 * @param time the clocks
 * @param lookUp finds the outcome of another question, aliases not followed
 * @param chase finds it, aliases followed
 */
record Workings(
    RRsetCache cache,
    ResolverLimits limits,
    Time time,
    Source lookUp,
    NameServerAddresses.Chase chase) {}
