// SPDX-License-Identifier: Apache-2.0
/** A little Internet for tests: mocked authorities, real sockets or virtual time. */
@NullMarked
package dev.leafward.testkit;

import org.jspecify.annotations.NullMarked;
