// SPDX-License-Identifier: Apache-2.0

/** Which server to ask next, and what is remembered of each address. */
@NullMarked
package dev.leafward.resolver.servers;

import org.jspecify.annotations.NullMarked;
