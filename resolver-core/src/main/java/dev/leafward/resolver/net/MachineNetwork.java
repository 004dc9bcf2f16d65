// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.spi.SourceAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network of this machine, as the JDK shows it.
 *
 * <p>A source address is found by connecting a UDP socket and reading where it is bound: the
 * operating system looks up its routes, and nothing is sent. The length of its prefix comes from
 * the interface.
 *
 * <p>What the JDK does not know stays unknown: whether an address is deprecated, whose home it is,
 * and what goes through a tunnel. So rules 3, 4 and 7 of RFC 6724 section 6 decide nothing here.
 */
public final class MachineNetwork implements LocalNetwork {

  private static final Logger LOG = LoggerFactory.getLogger(MachineNetwork.class);

  /** To connect a datagram socket to port 0 is refused on some systems: any other will do. */
  private static final int ANY_PORT = 9;

  /** The network of this machine. */
  public MachineNetwork() {}

  @Override
  public Optional<SourceAddress> sourceTowards(InetAddress destination) {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.connect(new InetSocketAddress(destination, ANY_PORT));
      return channel.getLocalAddress() instanceof InetSocketAddress local
          ? Optional.of(described(local.getAddress()))
          : Optional.empty();
    } catch (IOException | UnresolvedAddressException | UnsupportedAddressTypeException e) {
      LOG.trace("no way to {}", destination.getHostAddress(), e);
      return Optional.empty();
    }
  }

  private static SourceAddress described(InetAddress address) throws SocketException {
    NetworkInterface home = NetworkInterface.getByInetAddress(address);
    return home == null
        ? SourceAddress.of(address)
        : home.getInterfaceAddresses().stream()
            .filter(each -> each.getAddress().equals(address))
            .findFirst()
            .map(MachineNetwork::withPrefix)
            .orElseGet(() -> SourceAddress.of(address));
  }

  private static SourceAddress withPrefix(InterfaceAddress known) {
    SourceAddress all = SourceAddress.of(known.getAddress());
    int length = known.getNetworkPrefixLength();
    return length < 0 || length > all.prefixLength()
        ? all
        : new SourceAddress(known.getAddress(), length, Set.of());
  }

  @Override
  public List<InetAddress> ownAddresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(MachineNetwork::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress())
          .toList();
    } catch (SocketException e) {
      LOG.debug("the network interfaces cannot be listed", e);
      return List.of();
    }
  }

  private static boolean isUp(NetworkInterface each) {
    try {
      return each.isUp();
    } catch (SocketException e) {
      LOG.trace("{} has gone", each, e);
      return false;
    }
  }

  @Override
  public OptionalInt interfaceIndex(String name) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      return found == null ? OptionalInt.empty() : OptionalInt.of(found.getIndex());
    } catch (SocketException e) {
      LOG.debug("the network interfaces cannot be listed", e);
      return OptionalInt.empty();
    }
  }
}
