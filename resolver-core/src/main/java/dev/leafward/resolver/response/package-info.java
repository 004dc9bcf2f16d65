// SPDX-License-Identifier: Apache-2.0

/** Pure judgement of a reply: what may be believed, and what it means. */
@NullMarked
package dev.leafward.resolver.response;

import org.jspecify.annotations.NullMarked;
