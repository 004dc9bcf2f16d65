// SPDX-License-Identifier: Apache-2.0
/** The way from a question to its outcome. */
@NullMarked
package dev.leafward.resolver.engine;

import org.jspecify.annotations.NullMarked;
