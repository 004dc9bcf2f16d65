// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import java.io.IOException;
import java.net.DatagramPacket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/**
 * Datagrams to and from one server over a connected socket of their own.
 *
 * <p>Waiting goes through the channel's socket view, which takes timeouts, parks a virtual thread
 * and, unlike a plain datagram socket, ends when the thread is interrupted. An ICMP error that says
 * that nobody listens there surfaces as a {@link java.net.PortUnreachableException}.
 */
final class UdpConversation implements Conversation {

  /** No resolver asks for more by EDNS; what is longer is seen to be so, and not used. */
  static final int RECEIVE_OCTETS = 4096 + 1;

  private final DatagramChannel channel;
  private final Time time;
  private final SocketCalls calls;
  private final DatagramPacket packet =
      new DatagramPacket(new byte[RECEIVE_OCTETS], RECEIVE_OCTETS);

  UdpConversation(DatagramChannel channel, Time time, SocketCalls calls) {
    this.channel = channel;
    this.time = time;
    this.calls = calls;
  }

  DatagramChannel channel() {
    return channel;
  }

  @Override
  public void send(byte[] message) throws IOException {
    calls.write(channel, ByteBuffer.wrap(message));
  }

  @Override
  public byte[] receive(long deadlineNanos) throws IOException {
    channel.socket().setSoTimeout(Sockets.remainingMillis(deadlineNanos, time));
    packet.setLength(RECEIVE_OCTETS);
    channel.socket().receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  @Override
  public void close() {
    Sockets.close(channel);
  }
}
