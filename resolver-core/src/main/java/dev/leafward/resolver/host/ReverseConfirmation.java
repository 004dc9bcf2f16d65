// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the names of an address that have it among their addresses: forward-confirmed reverse DNS.
 *
 * <p>Whoever runs the reverse zone of an address can give it any name; only whoever runs the name
 * can confirm that. The names are looked up side by side, the first {@link ServiceLimits#hosts} of
 * them (RFC 7208 section 4.6.4 has a mail server look at ten); one that is left out, or cannot be
 * found out, is not confirmed.
 */
public final class ReverseConfirmation {

  private final HostResolver hosts;
  private final ServiceLimits limits;

  private ReverseConfirmation(HostResolver hosts, ServiceLimits limits) {
    this.hosts = hosts;
    this.limits = limits;
  }

  /** Finds and confirms names by a host resolver. */
  public static ReverseConfirmation over(HostResolver hosts) {
    return over(hosts, ServiceLimits.DEFAULT);
  }

  /** As {@link #over(HostResolver)}, with bounds of one's own. */
  public static ReverseConfirmation over(HostResolver hosts, ServiceLimits limits) {
    return new ReverseConfirmation(hosts, limits);
  }

  /**
   * Finds the names of an address and looks each of them up. The reverse lookup has the resolver's
   * own deadline, and so have the others.
   *
   * @throws ResolutionException if the names of the address cannot be found out
   */
  public ConfirmedNames lookup(InetAddress address) throws ResolutionException {
    AddressNames reverse = hosts.lookup(address);
    Map<String, Optional<DomainName>> names = new LinkedHashMap<>();
    reverse.names().forEach(each -> names.putIfAbsent(each.name(), domainName(each.name())));
    AddressFamilies family =
        address instanceof Inet6Address ? AddressFamilies.IPV6 : AddressFamilies.IPV4;
    HostLookups.Outcomes outcomes =
        new HostLookups(hosts, limits.hosts())
            .all(names.values().stream().flatMap(Optional::stream).toList(), family);
    List<ConfirmedNames.Name> checked =
        names.entrySet().stream()
            .map(each -> checked(address, each.getKey(), each.getValue(), outcomes))
            .toList();
    return new ConfirmedNames(reverse, checked);
  }

  private static ConfirmedNames.Name checked(
      InetAddress address, String text, Optional<DomainName> name, HostLookups.Outcomes outcomes) {
    HostOutcome outcome = name.map(outcomes::of).orElseGet(HostOutcome.LeftOut::new);
    return new ConfirmedNames.Name(text, outcome, outcome.addresses().contains(address));
  }

  /** The name that a text is; a hosts file may have names that are none in the DNS. */
  private static Optional<DomainName> domainName(String text) {
    try {
      return Optional.of(DomainName.of(text));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
