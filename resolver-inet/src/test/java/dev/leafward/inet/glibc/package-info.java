// SPDX-License-Identifier: Apache-2.0
/** The stub beside glibc itself, in a network of its own. */
@NullMarked
package dev.leafward.inet.glibc;

import org.jspecify.annotations.NullMarked;
