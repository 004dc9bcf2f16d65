// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Networks that are not of the public Internet (RFC 6890 and IANA's registries of special-purpose
 * addresses). Anybody who runs a zone decides which addresses its delegation names; a resolver that
 * asked these would be a way into its own machine and its neighbourhood.
 */
public enum SpecialNetworks implements Predicate<InetAddress> {
  /** This very machine and its link, multicast, and what is no address of a host at all. */
  HOST_AND_LINK(
      "0.0.0.0/8", // this host (RFC 1122 section 3.2.1.3)
      "127.0.0.0/8", // loopback
      "169.254.0.0/16", // link local (RFC 3927)
      "224.0.0.0/4", // multicast
      "240.0.0.0/4", // reserved, and broadcast
      "::/96", // unspecified, loopback, and IPv4-compatible (RFC 4291 section 2.5)
      "::ffff:0:0/96", // IPv4-mapped: an IPv4 address that slips past the rows above
      "fe80::/10", // link local
      "fec0::/10", // site local, deprecated by RFC 3879
      "ff00::/8"), // multicast
  /** Networks of a house, a company or a provider. */
  PRIVATE(
      "10.0.0.0/8", // RFC 1918
      "172.16.0.0/12", // RFC 1918
      "192.168.0.0/16", // RFC 1918
      "100.64.0.0/10", // shared by providers (RFC 6598)
      "fc00::/7"), // unique local (RFC 4193)
  /** Networks for examples in documents, and others where no host may be. */
  DOCUMENTATION(
      "192.0.0.0/24", // for protocols (RFC 6890 section 2.1)
      "192.0.2.0/24", // TEST-NET-1 (RFC 5737)
      "198.51.100.0/24", // TEST-NET-2
      "203.0.113.0/24", // TEST-NET-3
      "100::/64", // discarded (RFC 6666)
      "2001:db8::/32", // documentation (RFC 3849)
      "3fff::/20", // documentation (RFC 9637)
      "5f00::/16"); // segment identifiers (RFC 9602)

  @SuppressWarnings("ImmutableEnumChecker") // the list and what is in it are immutable
  private final List<AddressBlock> blocks;

  SpecialNetworks(String... blocks) {
    this.blocks = Stream.of(blocks).map(AddressBlock::parse).toList();
  }

  /** The networks, in CIDR notation's sense. */
  public List<AddressBlock> blocks() {
    return blocks;
  }

  /** Whether an address is in one of the networks. */
  @Override
  public boolean test(InetAddress address) {
    return contains(address.getAddress());
  }

  /** Whether an address, as its four or sixteen octets, is in one of the networks. */
  public boolean contains(byte[] address) {
    for (AddressBlock block : blocks) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
