// SPDX-License-Identifier: Apache-2.0
/** The leafward command. */
@NullMarked
package dev.leafward.cli;

import org.jspecify.annotations.NullMarked;
