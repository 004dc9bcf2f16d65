// SPDX-License-Identifier: Apache-2.0

/** Every bound of the resolver in one documented value. */
@NullMarked
package dev.leafward.resolver.config;

import org.jspecify.annotations.NullMarked;
