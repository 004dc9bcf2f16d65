// SPDX-License-Identifier: Apache-2.0
/** Cursors over the octets of a message, and the few text forms that go with them. */
@NullMarked
package dev.leafward.wire.io;

import org.jspecify.annotations.NullMarked;
