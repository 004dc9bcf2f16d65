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
import java.util.List;
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
 * use by many threads; does not pool sockets, as {@link PooledUdpTransport} does.
 */
public final class UdpTransport implements Transport {

  private final Time time;
  private final SocketCalls calls;
  private final RandomPorts ports;

  /** Datagrams from ports drawn by {@link SecureRandom}, with deadlines on this clock. */
  public UdpTransport(Time time) {
    this(time, new SecureRandom(), SocketCalls.SYSTEM);
  }

  UdpTransport(Time time, RandomGenerator random, SocketCalls calls) {
    this.time = time;
    this.calls = calls;
    this.ports = new RandomPorts(random, calls);
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
      ports.bind(channel, port -> Sockets.anyLocal(server, port));
      connect(channel, server);
      return new UdpConversation(channel, time, calls);
    } catch (IOException | RuntimeException | Error e) {
      Sockets.close(channel);
      throw e;
    }
  }

  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return new FirstNews(open, deadlineNanos, time).await(calls);
  }

  private DatagramChannel openChannel(InetSocketAddress server) throws IOException {
    try {
      return calls.openDatagrams(Sockets.family(server));
    } catch (UnsupportedOperationException e) {
      throw Sockets.noRoute(server, e);
    }
  }

  private void connect(DatagramChannel channel, InetSocketAddress server) throws IOException {
    try {
      calls.connect(channel, server);
    } catch (SocketException e) {
      // Connecting a datagram socket sends nothing; all that can fail is the search for a route.
      throw Sockets.noRoute(server, e);
    }
  }
}
