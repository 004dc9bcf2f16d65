// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What every resolver stands on, whomever it asks.
 *
 * @param udp the network for datagrams
 * @param tcp the network for streams
 * @param time the clocks
 * @param random where message IDs come from
 * @param tasks runs the work that no caller's own thread does
 * @param limits the bounds, with the deadline that was set for the resolver
 * @param cacheOptions how the cache treats what it is given
 * @param listener hears the steps of questions for which the caller names no listener
 * @param atClose ends what was opened for this resolver
 */
record Ground(
    Transport udp,
    Transport tcp,
    Time time,
    RandomGenerator random,
    Executor tasks,
    ResolverLimits limits,
    CacheOptions cacheOptions,
    ResolutionListener listener,
    Runnable atClose) {}
