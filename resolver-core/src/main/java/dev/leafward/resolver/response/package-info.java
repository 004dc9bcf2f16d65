// SPDX-License-Identifier: Apache-2.0
/** What a reply may be believed for, and what it means: pure functions. */
@NullMarked
package dev.leafward.resolver.response;

import org.jspecify.annotations.NullMarked;
