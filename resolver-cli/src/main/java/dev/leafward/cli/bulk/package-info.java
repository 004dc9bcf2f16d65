// SPDX-License-Identifier: Apache-2.0
/** Resolves a file of names: many at once, in order, politely, and again from where it stopped. */
@NullMarked
package dev.leafward.cli.bulk;

import org.jspecify.annotations.NullMarked;
