// SPDX-License-Identifier: Apache-2.0

/** What a resolution gives: an answer with its explanation, or the failure with its reasons. */
@NullMarked
package dev.leafward.resolver.answer;

import org.jspecify.annotations.NullMarked;
