// SPDX-License-Identifier: Apache-2.0
/** One mocked server: what it answers, how it misbehaves, what it was asked. */
@NullMarked
package dev.leafward.testkit.server;

import org.jspecify.annotations.NullMarked;
