// SPDX-License-Identifier: Apache-2.0
/**
 * Host names and addresses, as programs ask for them: from files, from the DNS with a search list,
 * and of this machine; and destinations in the order in which to try them.
 */
@NullMarked
package dev.leafward.resolver.host;

import org.jspecify.annotations.NullMarked;
