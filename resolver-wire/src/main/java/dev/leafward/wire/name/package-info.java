// SPDX-License-Identifier: Apache-2.0
/** Domain names: immutable wire octets, compared without case. */
@NullMarked
package dev.leafward.wire.name;

import org.jspecify.annotations.NullMarked;
