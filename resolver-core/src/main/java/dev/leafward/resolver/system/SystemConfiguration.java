// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

/**
 * How this machine is configured to look up hosts.
 *
 * @param resolver the name servers, and how they are asked
 * @param hostsOrder where to look, and in which order
 * @param hosts the hosts file
 * @param policies which addresses come first
 * @param hostName the machine's own name, as it is known without asking anybody; empty if it is not
 */
public record SystemConfiguration(
    ResolvConf resolver,
    NsSwitch hostsOrder,
    HostsFile hosts,
    PolicyTable policies,
    String hostName) {}
