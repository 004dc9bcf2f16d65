// SPDX-License-Identifier: Apache-2.0
/** Presentation format: zone files in, messages out. */
@NullMarked
package dev.leafward.wire.text;

import org.jspecify.annotations.NullMarked;
