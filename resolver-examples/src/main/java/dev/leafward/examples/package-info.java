// SPDX-License-Identifier: Apache-2.0
/** Short programs, one idea each, run by the tests. */
@NullMarked
package dev.leafward.examples;

import org.jspecify.annotations.NullMarked;
