// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.spi.SourceAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A machine that reaches everything from an address of the destination's own family, and itself
 * from itself; its one interface is {@code eth0}, with the number 2.
 */
final class FakeNetwork implements LocalNetwork {
  private final List<InetAddress> own;

  FakeNetwork(String... own) {
    this.own = Stream.of(own).map(InetAddresses::forString).toList();
  }

  @Override
  public Optional<SourceAddress> sourceTowards(InetAddress destination) {
    if (destination.isLoopbackAddress()) {
      return Optional.of(SourceAddress.of(destination));
    }
    boolean isIpv4 = destination.getAddress().length == 4;
    return Optional.of(
        SourceAddress.of(InetAddresses.forString(isIpv4 ? "198.51.100.9" : "2001:db8:9::9")));
  }

  @Override
  public List<InetAddress> ownAddresses() {
    return own;
  }

  @Override
  public OptionalInt interfaceIndex(String name) {
    return name.equals("eth0") ? OptionalInt.of(2) : OptionalInt.empty();
  }
}
