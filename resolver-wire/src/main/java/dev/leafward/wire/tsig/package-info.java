// SPDX-License-Identifier: Apache-2.0
/** Transaction signatures (TSIG), RFC 8945: messages signed by a secret that both sides share. */
@NullMarked
package dev.leafward.wire.tsig;

import org.jspecify.annotations.NullMarked;
