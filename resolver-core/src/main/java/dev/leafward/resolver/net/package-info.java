// SPDX-License-Identifier: Apache-2.0

/** Sockets and the system's clock: the only package that touches either. */
@NullMarked
package dev.leafward.resolver.net;

import org.jspecify.annotations.NullMarked;
