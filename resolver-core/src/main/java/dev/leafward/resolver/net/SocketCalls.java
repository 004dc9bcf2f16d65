// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * The calls to the system that open sockets and send, each of which may fail for reasons of this
 * machine alone: no descriptors left, no buffers, a firewall's refusal.
 *
 * <p>They are together so that a test can let each of them fail.
 */
class SocketCalls {

  /** This machine's. */
  static final SocketCalls SYSTEM = new SocketCalls();

  /** A datagram socket of one family. */
  DatagramChannel openDatagrams(ProtocolFamily family) throws IOException {
    return DatagramChannel.open(family);
  }

  /** A datagram socket of every family that this machine speaks. */
  DatagramChannel openDatagrams() throws IOException {
    return DatagramChannel.open();
  }

  Selector openSelector() throws IOException {
    return Selector.open();
  }

  SocketChannel openStream(ProtocolFamily family) throws IOException {
    return SocketChannel.open(family);
  }

  void bind(DatagramChannel channel, InetSocketAddress local) throws IOException {
    channel.bind(local);
  }

  void connect(DatagramChannel channel, InetSocketAddress server) throws IOException {
    channel.connect(server);
  }

  /** Connects, in no more than so many milliseconds. */
  void connect(SocketChannel channel, InetSocketAddress server, int millis) throws IOException {
    channel.socket().connect(server, millis);
  }

  void write(DatagramChannel channel, ByteBuffer message) throws IOException {
    channel.write(message);
  }

  void write(SocketChannel channel, ByteBuffer octets) throws IOException {
    channel.write(octets);
  }

  /** How many octets went out: none if the system has no room for them now. */
  int send(DatagramChannel channel, ByteBuffer message, InetSocketAddress server)
      throws IOException {
    return channel.send(message, server);
  }
}
