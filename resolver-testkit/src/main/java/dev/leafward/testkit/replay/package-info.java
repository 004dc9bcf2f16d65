// SPDX-License-Identifier: Apache-2.0
/**
 * Runs replay scenarios, in which a script plays the authorities and the client, against a resolver
 * in virtual time.
 */
@NullMarked
package dev.leafward.testkit.replay;

import org.jspecify.annotations.NullMarked;
