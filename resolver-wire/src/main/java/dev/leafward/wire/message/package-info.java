// SPDX-License-Identifier: Apache-2.0
/** Messages, their header, questions and records, and the codec between them and octets. */
@NullMarked
package dev.leafward.wire.message;

import org.jspecify.annotations.NullMarked;
