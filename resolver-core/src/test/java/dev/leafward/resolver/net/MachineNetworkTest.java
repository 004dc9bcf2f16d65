// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.spi.SourceAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever machine this is: it has a loopback interface. */
class MachineNetworkTest {
  private final MachineNetwork network = new MachineNetwork();

  @Test
  void loopbackIsReachedFromItself() {
    InetAddress loopback = InetAddresses.forString("127.0.0.1");

    Optional<SourceAddress> source = network.sourceTowards(loopback);

    assertThat(source).map(SourceAddress::address).contains(loopback);
    assertThat(source).map(SourceAddress::prefixLength).contains(8);
  }

  @Test
  void nothingIsKnownToLeadToAnAddressThatCannotBeSentTo() {
    // A TCP or UDP socket may never be connected to a broadcast address without asking for it.
    assertThat(network.sourceTowards(InetAddresses.forString("255.255.255.255"))).isEmpty();
  }

  @Test
  void ownAddressesAreOfInterfacesAndNoLoopbackOnes() throws Exception {
    for (InetAddress own : network.ownAddresses()) {
      assertThat(own.isLoopbackAddress()).isFalse();
      assertThat(NetworkInterface.getByInetAddress(own)).isNotNull();
    }
    assertThat(network.ownAddresses()).doesNotHaveDuplicates();
  }

  @Test
  void interfacesHaveNumbersAndWhatIsNoneHasNot() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddresses.forString("127.0.0.1"));

    assertThat(network.interfaceIndex(loopback.getName())).hasValue(loopback.getIndex());
    assertThat(network.interfaceIndex("no such interface")).isEmpty();
  }
}
