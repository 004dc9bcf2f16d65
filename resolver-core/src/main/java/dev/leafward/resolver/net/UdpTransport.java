// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Speaks to servers by datagrams (RFC 1035 section 4.2.1).
 *
 * <p>Each conversation has a socket of its own, on a port drawn from the whole range above the
 * system's ports by a cryptographic generator (RFC 5452 section 9.2; the system's own range is less
 * than half of it). The socket is connected: the kernel lets nothing through but datagrams from the
 * server's address and port, and passes ICMP errors on. It lives no longer than the conversation.
 *
 * <p>A datagram over {@value UdpConversation#RECEIVE_OCTETS} octets arrives cut to them. Safe for
 * use by many threads; does not pool sockets.
 */
public final class UdpTransport implements Transport {

  /** The first port that is not a system port (RFC 6335 section 6). */
  private static final int FIRST_PORT = 1024;

  private static final int END_OF_PORTS = 65_536;

  /** So many ports in use in a row mean that most are: then the system's choice must do. */
  private static final int BIND_TRIES = 16;

  private final Time time;
  private final RandomGenerator random;

  /** Datagrams from ports drawn by {@link SecureRandom}, with deadlines on this clock. */
  public UdpTransport(Time time) {
    this(time, new SecureRandom());
  }

  UdpTransport(Time time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  @Override
  public Protocol protocol() {
    return Protocol.UDP;
  }

  /**
   * {@inheritDoc}
   *
   * <p>No packet is sent yet, so it never waits.
   *
   * @throws NoRouteToHostException if this machine has no route to the address, or does not speak
   *     its family at all
   */
  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    DatagramChannel channel = openChannel(server);
    try {
      bind(channel, server);
      connect(channel, server);
      return new UdpConversation(channel, time);
    } catch (IOException | RuntimeException | Error e) {
      Sockets.close(channel);
      throw e;
    }
  }

  private static DatagramChannel openChannel(InetSocketAddress server) throws IOException {
    try {
      return DatagramChannel.open(Sockets.family(server));
    } catch (UnsupportedOperationException e) {
      throw Sockets.noRoute(server, e);
    }
  }

  private void bind(DatagramChannel channel, InetSocketAddress server) throws IOException {
    for (int i = 0; i < BIND_TRIES; i++) {
      int port = random.nextInt(FIRST_PORT, END_OF_PORTS);
      if (bound(channel, Sockets.anyLocal(server, port))) {
        return;
      }
    }
    channel.bind(Sockets.anyLocal(server, 0));
  }

  private static boolean bound(DatagramChannel channel, InetSocketAddress local)
      throws IOException {
    try {
      channel.bind(local);
      return true;
    } catch (SocketException e) {
      return false; // in use, or kept back by the system: another port will do
    }
  }

  private static void connect(DatagramChannel channel, InetSocketAddress server)
      throws IOException {
    try {
      channel.connect(server);
    } catch (SocketException e) {
      // Connecting a datagram socket sends nothing; all that can fail is the search for a route.
      throw Sockets.noRoute(server, e);
    }
  }
}
