// SPDX-License-Identifier: Apache-2.0
/** What this machine is configured to: its name servers, its hosts file, their order. */
@NullMarked
package dev.leafward.resolver.system;

import org.jspecify.annotations.NullMarked;
