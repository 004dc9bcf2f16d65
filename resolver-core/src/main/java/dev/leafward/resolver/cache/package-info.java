// SPDX-License-Identifier: Apache-2.0

/** RRsets kept for their TTL, each with how far it may be trusted. */
@NullMarked
package dev.leafward.resolver.cache;

import org.jspecify.annotations.NullMarked;
