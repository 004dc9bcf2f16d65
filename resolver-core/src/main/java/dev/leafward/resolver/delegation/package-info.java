// SPDX-License-Identifier: Apache-2.0
/** Zone cuts, and which one is the closest to a name. */
@NullMarked
package dev.leafward.resolver.delegation;

import org.jspecify.annotations.NullMarked;
