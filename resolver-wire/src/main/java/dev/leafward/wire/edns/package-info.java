// SPDX-License-Identifier: Apache-2.0
/** EDNS(0), RFC 6891: the OPT record as a value of the message. */
@NullMarked
package dev.leafward.wire.edns;

import org.jspecify.annotations.NullMarked;
