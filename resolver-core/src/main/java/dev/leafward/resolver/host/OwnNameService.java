// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.host.AddressNames.HostName;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.wire.io.IpText;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;

/**
 * The service {@code myhostname}: the name of this machine, as systemd's module of that name has
 * it.
 *
 * <p>Its addresses are those of the interfaces that are up, link-local ones only if there are no
 * others; without any, it is 127.0.0.2 and ::1. The names {@code _gateway} and {@code _outbound},
 * which that module knows, too, are not known here: the JDK does not show the routes of a machine.
 */
final class OwnNameService implements HostService {

  private static final List<byte[]> WITHOUT_NETWORK =
      List.of(IpText.parseV6("::1"), IpText.parseV4("127.0.0.2"));

  private final String ownName;
  private final LocalNetwork network;

  OwnNameService(String ownName, LocalNetwork network) {
    this.ownName = HostText.withoutFinalDot(ownName);
    this.network = network;
  }

  @Override
  public HostAnswer lookup(String host, AddressFamilies families) {
    if (ownName.isEmpty() || !HostText.withoutFinalDot(host).equalsIgnoreCase(ownName)) {
      return new HostAnswer.NoSuchHost(host, OptionalLong.empty(), false, said("not this machine"));
    }
    List<HostAddress> entries =
        addresses(host).stream()
            .filter(families::includes)
            .map(address -> new HostAddress(address, new Provenance.OwnInterface()))
            .toList();
    return entries.isEmpty()
        ? new HostAnswer.NoAddress(
            host, OptionalLong.empty(), false, said("this machine, but of the other family"))
        : new HostAnswer.Addresses(
            host, ownName, entries, OptionalLong.empty(), false, said("this machine"));
  }

  private List<InetAddress> addresses(String host) {
    List<InetAddress> own =
        network.ownAddresses().stream().map(each -> HostText.named(host, each)).toList();
    if (own.isEmpty()) {
      return WITHOUT_NETWORK.stream().map(octets -> HostText.named(host, octets)).toList();
    }
    List<InetAddress> wide = own.stream().filter(each -> !each.isLinkLocalAddress()).toList();
    return wide.isEmpty() ? own : wide;
  }

  @Override
  public AddressNames lookup(InetAddress address) {
    boolean isOwn = !ownName.isEmpty() && network.ownAddresses().contains(address);
    List<HostName> names =
        isOwn ? List.of(new HostName(ownName, new Provenance.OwnInterface())) : List.of();
    return new AddressNames(
        address,
        names,
        OptionalLong.empty(),
        false,
        said(isOwn ? "this machine" : "not this machine"));
  }

  private static List<HostStep> said(String result) {
    return List.of(HostStep.of(NsSwitch.MYHOSTNAME, result));
  }
}
