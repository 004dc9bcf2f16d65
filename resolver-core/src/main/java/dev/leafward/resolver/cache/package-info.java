// SPDX-License-Identifier: Apache-2.0
/** What is known already, and for how long. */
@NullMarked
package dev.leafward.resolver.cache;

import org.jspecify.annotations.NullMarked;
