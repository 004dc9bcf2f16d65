// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.QueryLog;
import dev.leafward.testkit.server.ServerAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left behind when the stream side of a server cannot be opened. */
class LoopbackServerTest {

  private final MockServer server =
      new MockServer(ServerAddress.parse("192.0.2.53"), new QueryLog());
  private final List<InetSocketAddress> tried = new ArrayList<>();

  @Test
  void leavesNoSocketIfTheSystemHasNoMore() {
    SocketException failure = new SocketException("Too many open files");

    assertThatExceptionOfType(SocketException.class)
        .isThrownBy(() -> openFailingWith(failure))
        .isSameAs(failure);
    assertThat(tried).hasSize(1).allSatisfy(LoopbackServerTest::assertFree);
  }

  @Test
  void leavesNoSocketIfEveryPortIsTaken() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> openFailingWith(new BindException("Address already in use")));
    assertThat(tried).hasSize(50).last().satisfies(LoopbackServerTest::assertFree);
  }

  @Test
  void standsAtItsOwnAddressOnRequest() throws IOException {
    InetSocketAddress own = freePort();
    MockServer here = new MockServer(own, new QueryLog());
    try (LoopbackNetwork network = new LoopbackNetwork(address -> Optional.of(here))) {
      network.openInPlace(here);

      assertThat(network.locate(own)).isEqualTo(own);
      try (SocketChannel stream = SocketChannel.open(own)) {
        assertThat(stream.getRemoteAddress()).isEqualTo(own);
      }
      assertThatExceptionOfType(BindException.class).isThrownBy(() -> assertFree(own));
      assertThatIllegalStateException().isThrownBy(() -> network.openInPlace(here));
    }
    assertFree(own);
  }

  private static InetSocketAddress freePort() throws IOException {
    try (DatagramChannel channel = DatagramChannel.open().bind(Sockets.anyPort())) {
      return Sockets.loopback(Sockets.portOf(channel));
    }
  }

  private void openFailingWith(IOException failure) throws IOException {
    LoopbackServer.open(
        server,
        Runnable::run,
        broken -> {
          throw new AssertionError(broken);
        },
        address -> {
          tried.add(address);
          throw failure;
        });
  }

  private static void assertFree(InetSocketAddress address) throws IOException {
    try (DatagramChannel again = DatagramChannel.open().bind(address)) {
      assertThat(again.getLocalAddress()).isEqualTo(address);
    }
  }
}
