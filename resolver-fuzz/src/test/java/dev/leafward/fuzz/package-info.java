// SPDX-License-Identifier: Apache-2.0
/** What the codec promises of any octets, tried. */
@NullMarked
package dev.leafward.fuzz;

import org.jspecify.annotations.NullMarked;
