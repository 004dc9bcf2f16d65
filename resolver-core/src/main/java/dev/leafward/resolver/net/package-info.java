// SPDX-License-Identifier: Apache-2.0
/** Real sockets and the system's clock. */
@NullMarked
package dev.leafward.resolver.net;

import org.jspecify.annotations.NullMarked;
