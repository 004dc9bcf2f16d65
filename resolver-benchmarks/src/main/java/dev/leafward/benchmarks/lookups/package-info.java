// SPDX-License-Identifier: Apache-2.0
/** Whole lookups over a network beside MiniDNS, the Java library that also starts at the root. */
@NullMarked
package dev.leafward.benchmarks.lookups;

import org.jspecify.annotations.NullMarked;
