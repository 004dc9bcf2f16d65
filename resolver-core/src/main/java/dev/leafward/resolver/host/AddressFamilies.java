// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Which families of addresses are wanted, and whether one of them comes first. */
public enum AddressFamilies {
  /** IPv4 and IPv6, in the order of RFC 6724. */
  BOTH,
  /** IPv4 alone. */
  IPV4,
  /** IPv6 alone. */
  IPV6,
  /** Both, every IPv4 address before the first IPv6 one; each family in the order of RFC 6724. */
  IPV4_FIRST,
  /** Both, every IPv6 address before the first IPv4 one; each family in the order of RFC 6724. */
  IPV6_FIRST;

  /** Whether IPv4 addresses are wanted. */
  public boolean includesIpv4() {
    return this != IPV6;
  }

  /** Whether IPv6 addresses are wanted. */
  public boolean includesIpv6() {
    return this != IPV4;
  }

  /** Whether an address is of a family that is wanted. */
  public boolean includes(InetAddress address) {
    return address instanceof Inet6Address ? includesIpv6() : includesIpv4();
  }

  /** The addresses that are wanted, in their order but for the family that comes first. */
  <T> List<T> arrange(List<T> sorted, Function<T, InetAddress> address) {
    return sorted.stream()
        .filter(each -> includes(address.apply(each)))
        .sorted(Comparator.comparing(each -> comesLater(address.apply(each))))
        .toList();
  }

  /**
   * Whether these addresses have their order without a look at the network: there is only one, or a
   * family comes first and no two are of the same one.
   */
  boolean settlesOrderOf(Collection<InetAddress> addresses) {
    long ipv6 = addresses.stream().filter(Inet6Address.class::isInstance).count();
    boolean isOneOfEach = ipv6 <= 1 && addresses.size() - ipv6 <= 1;
    return addresses.size() <= 1 || (isOneOfEach && (this == IPV4_FIRST || this == IPV6_FIRST));
  }

  private boolean comesLater(InetAddress address) {
    return switch (this) {
      case IPV4_FIRST -> address instanceof Inet6Address;
      case IPV6_FIRST -> address instanceof Inet4Address;
      case BOTH, IPV4, IPV6 -> false;
    };
  }
}
