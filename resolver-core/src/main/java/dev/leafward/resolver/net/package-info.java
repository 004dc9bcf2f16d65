// SPDX-License-Identifier: Apache-2.0
/** Real sockets, fresh and kept, and the system's clock: nothing else in core touches either. */
@NullMarked
package dev.leafward.resolver.net;

import org.jspecify.annotations.NullMarked;
