// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of the wire module beside other Java DNS libraries; run by scripts/benchmark. */
@NullMarked
package dev.leafward.benchmarks;

import org.jspecify.annotations.NullMarked;
