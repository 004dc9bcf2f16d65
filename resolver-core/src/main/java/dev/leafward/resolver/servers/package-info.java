// SPDX-License-Identifier: Apache-2.0
/** Which server to ask, and what is remembered of each. */
@NullMarked
package dev.leafward.resolver.servers;

import org.jspecify.annotations.NullMarked;
