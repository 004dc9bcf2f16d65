// SPDX-License-Identifier: Apache-2.0
/** Text for people and terminals. */
@NullMarked
package dev.leafward.cli.text;

import org.jspecify.annotations.NullMarked;
