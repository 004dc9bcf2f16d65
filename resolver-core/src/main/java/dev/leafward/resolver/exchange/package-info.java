// SPDX-License-Identifier: Apache-2.0
/** One question to one server: building it, matching the reply, asking again in another form. */
@NullMarked
package dev.leafward.resolver.exchange;

import org.jspecify.annotations.NullMarked;
