// SPDX-License-Identifier: Apache-2.0
/** Leafward as the resolver of the whole JVM: what is asked of {@link java.net.InetAddress}. */
@NullMarked
package dev.leafward.inet;

import org.jspecify.annotations.NullMarked;
