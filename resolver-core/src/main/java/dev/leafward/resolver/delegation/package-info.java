// SPDX-License-Identifier: Apache-2.0

/** Zone cuts: which servers hold a zone, and what is known of their addresses. */
@NullMarked
package dev.leafward.resolver.delegation;

import org.jspecify.annotations.NullMarked;
