// SPDX-License-Identifier: Apache-2.0
/** The front door: a resolver that starts at the root. */
@NullMarked
package dev.leafward.resolver;

import org.jspecify.annotations.NullMarked;
