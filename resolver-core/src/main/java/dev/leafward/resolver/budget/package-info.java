// SPDX-License-Identifier: Apache-2.0
/** What a question may cost, and how it ends when that is spent. */
@NullMarked
package dev.leafward.resolver.budget;

import org.jspecify.annotations.NullMarked;
