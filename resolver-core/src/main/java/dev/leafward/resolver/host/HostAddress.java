// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.InetAddress;

/**
 * An address of a host, and where it came from.
 *
 * @param address the address; its host name is the text that was looked up, so that the JDK never
 *     looks for one
 * @param provenance where it came from
 */
public record HostAddress(InetAddress address, Provenance provenance) {}
