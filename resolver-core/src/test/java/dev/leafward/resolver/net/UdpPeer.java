// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** A server's socket on loopback that a test holds in its hand. */
final class UdpPeer implements AutoCloseable {

  private final DatagramSocket socket;

  private UdpPeer(DatagramSocket socket) {
    this.socket = socket;
  }

  /** What came, and from where. */
  @SuppressWarnings("ArrayRecordComponent") // datagrams are never compared
  record Received(byte[] octets, InetSocketAddress sender) {
    int port() {
      return sender.getPort();
    }
  }

  static UdpPeer on(String address) {
    try {
      return new UdpPeer(
          new DatagramSocket(new InetSocketAddress(InetAddresses.forString(address), 0)));
    } catch (SocketException e) {
      return Assumptions.abort(address + " is not an address of this machine");
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  Received receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    socket.receive(packet);
    return new Received(
        Arrays.copyOf(packet.getData(), packet.getLength()),
        (InetSocketAddress) packet.getSocketAddress());
  }

  void send(byte[] octets, Received to) throws IOException {
    send(octets, to.sender());
  }

  void send(byte[] octets, InetSocketAddress to) throws IOException {
    socket.send(new DatagramPacket(octets, octets.length, to));
  }

  @Override
  public void close() {
    socket.close();
  }
}
