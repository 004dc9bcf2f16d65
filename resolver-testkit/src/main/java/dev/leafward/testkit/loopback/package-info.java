// SPDX-License-Identifier: Apache-2.0
/** Mocked servers behind real UDP and TCP sockets on 127.0.0.1. */
@NullMarked
package dev.leafward.testkit.loopback;

import org.jspecify.annotations.NullMarked;
