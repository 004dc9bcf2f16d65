// SPDX-License-Identifier: Apache-2.0
/** The demo Internet: real names and their delegations, served on this machine. */
@NullMarked
package dev.leafward.testkit.demo;

import org.jspecify.annotations.NullMarked;
