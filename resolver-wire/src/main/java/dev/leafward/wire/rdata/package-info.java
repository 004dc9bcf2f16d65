// SPDX-License-Identifier: Apache-2.0
/** One record per RR type, each with its reader, writer and text, and the one registry. */
@NullMarked
package dev.leafward.wire.rdata;

import org.jspecify.annotations.NullMarked;
