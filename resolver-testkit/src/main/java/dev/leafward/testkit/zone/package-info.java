// SPDX-License-Identifier: Apache-2.0
/** Zone data and the authority that answers from them, as a pure function. */
@NullMarked
package dev.leafward.testkit.zone;

import org.jspecify.annotations.NullMarked;
