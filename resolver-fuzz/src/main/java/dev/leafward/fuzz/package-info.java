// SPDX-License-Identifier: Apache-2.0
/** What the codec promises of any octets and any text, and programs that try to break it. */
@NullMarked
package dev.leafward.fuzz;

import org.jspecify.annotations.NullMarked;
