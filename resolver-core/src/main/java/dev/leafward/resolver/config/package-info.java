// SPDX-License-Identifier: Apache-2.0
/** Every bound that the resolver keeps, and its settings. */
@NullMarked
package dev.leafward.resolver.config;

import org.jspecify.annotations.NullMarked;
