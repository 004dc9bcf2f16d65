// SPDX-License-Identifier: Apache-2.0
/** What a resolution comes to: the answer or the failure, and how it was found. */
@NullMarked
package dev.leafward.resolver.answer;

import org.jspecify.annotations.NullMarked;
