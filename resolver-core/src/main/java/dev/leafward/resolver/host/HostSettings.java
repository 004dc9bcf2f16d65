// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.PolicyTable;
import java.util.Set;

/**
 * What holds for one lookup.
 *
 * @param order where to look, and in which order
 * @param hosts the hosts file
 * @param search which names a short name may stand for
 * @param flags of them, {@link StubFlag#NO_AAAA} and {@link StubFlag#SINGLE_REQUEST} matter here
 * @param policies which addresses come first
 * @param hostName the name of this machine; empty if it has none
 */
record HostSettings(
    NsSwitch order,
    HostsFile hosts,
    SearchList search,
    Set<StubFlag> flags,
    PolicyTable policies,
    String hostName) {}
