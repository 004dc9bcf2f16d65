// SPDX-License-Identifier: Apache-2.0
/** What a caller may put in the place of the resolver's own parts: network, clocks, observers. */
@NullMarked
package dev.leafward.resolver.spi;

import org.jspecify.annotations.NullMarked;
