// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import java.util.Set;

/**
 * What holds for one lookup.
 *
 * @param search which names a short name may stand for
 * @param flags of them, {@link StubFlag#NO_AAAA} and {@link StubFlag#SINGLE_REQUEST} matter here
 */
record HostSettings(SearchList search, Set<StubFlag> flags) {}
