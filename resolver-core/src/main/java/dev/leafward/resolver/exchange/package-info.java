// SPDX-License-Identifier: Apache-2.0

/** One question to one server: query, match, fall back. */
@NullMarked
package dev.leafward.resolver.exchange;

import org.jspecify.annotations.NullMarked;
