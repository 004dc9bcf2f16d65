// SPDX-License-Identifier: Apache-2.0

/** What a caller may implement: transport, time, listener. */
@NullMarked
package dev.leafward.resolver.spi;

import org.jspecify.annotations.NullMarked;
