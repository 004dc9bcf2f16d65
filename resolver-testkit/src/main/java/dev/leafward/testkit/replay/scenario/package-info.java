// SPDX-License-Identifier: Apache-2.0
/**
 * Replay scenarios as values, and their reader: the files that Unbound and Deckard are tested by.
 */
@NullMarked
package dev.leafward.testkit.replay.scenario;

import org.jspecify.annotations.NullMarked;
