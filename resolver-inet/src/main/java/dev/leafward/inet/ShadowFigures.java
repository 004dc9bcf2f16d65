// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.time.Duration;

/**
 * What has been seen in {@link InetMode#SHADOW} until now.
 *
 * @param compared lookups that both resolvers have done
 * @param different those of them whose answers were not the same
 * @param skipped lookups that the JDK alone has done, because too many were under way already
 * @param jdk how long the JDK took for those compared, in all
 * @param leafward how long Leafward took for them, in all
 */
public record ShadowFigures(
    long compared, long different, long skipped, Duration jdk, Duration leafward) {}
