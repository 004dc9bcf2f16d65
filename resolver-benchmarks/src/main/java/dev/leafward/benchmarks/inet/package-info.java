// SPDX-License-Identifier: Apache-2.0
/** Lookups through {@link java.net.InetAddress} by Leafward, by dnsjava and by the JDK. */
@NullMarked
package dev.leafward.benchmarks.inet;

import org.jspecify.annotations.NullMarked;
