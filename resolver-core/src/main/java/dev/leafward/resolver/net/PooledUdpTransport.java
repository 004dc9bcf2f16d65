// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.UnsupportedAddressTypeException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to servers by datagrams (RFC 1035 section 4.2.1) over sockets that stay open for several
 * queries, which takes the system a fraction of the work of {@link UdpTransport}.
 *
 * <p>Thousands of places for sockets; each conversation draws its place from all of them by a
 * cryptographic generator, never in turn, and opens the socket there if there is none. A socket's
 * port is drawn likewise from all ports. After {@value #USES} conversations or 30 seconds a socket
 * is closed, used or not, so that an idle pool becomes empty. At one moment a forger who knows the
 * open ports has no more of them to try than there are sockets (RFC 5452 section 9.2): that is the
 * price.
 *
 * <p>Invariants: over one socket there is at most one conversation with one server; a datagram
 * reaches the conversation with the address and port that it came from, or nobody; and the servers
 * from whose addresses come datagrams that answer nothing are spoken to over fresh, connected
 * sockets for a minute. Nothing is open before the first conversation, and nothing after {@link
 * #close()}, which ends all conversations. An unconnected socket hears nothing of ICMP errors: that
 * nobody listens at a port looks like silence. Safe for use by many threads.
 */
public final class PooledUdpTransport implements Transport, AutoCloseable {

  /** What A1 in the tests needs: ports that change about as often as they are seen. */
  static final int USES = 5;

  private static final long LIFE_NANOS = Duration.ofSeconds(30).toNanos();

  private static final long SWEEP_NANOS = Duration.ofSeconds(1).toNanos();

  /** So many places in vain mean that sockets cannot be had, or all speak with this server. */
  private static final int DRAWS = 8;

  /** The pool leaves most of the process's descriptors to others. */
  private static final int SHARE_OF_DESCRIPTORS = 4;

  private final Time time;
  private final RandomGenerator random;
  private final SocketCalls calls;
  private final RandomPorts ports;
  private final UdpTransport fresh;
  private final Suspects suspects;
  private final AtomicReferenceArray<@Nullable PooledSocket> places;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private volatile @Nullable DatagramLoop loop;
  private volatile boolean closed;
  private long nextSweepNanos;

  /**
   * A pool of sockets on ports drawn by {@link SecureRandom}, with deadlines on this clock.
   *
   * @param sockets how many, unless that is more than a quarter of what the process may open
   */
  public PooledUdpTransport(Time time, int sockets) {
    this(time, sockets, new SecureRandom(), SocketCalls.SYSTEM);
  }

  PooledUdpTransport(Time time, int sockets, RandomGenerator random, SocketCalls calls) {
    this.time = time;
    this.nextSweepNanos = time.nanos();
    this.random = random;
    this.calls = calls;
    this.ports = new RandomPorts(random, calls);
    this.fresh = new UdpTransport(time, random, calls);
    this.suspects = new Suspects(time);
    this.places =
        new AtomicReferenceArray<>(
            Math.clamp(DescriptorLimit.current() / SHARE_OF_DESCRIPTORS, 1, sockets));
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
   * @throws ClosedChannelException after {@link #close()}
   */
  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (!suspects.contains(server.getAddress())) {
      PooledConversation conversation = new PooledConversation(this, server, time);
      for (int i = 0; i < DRAWS; i++) {
        if (isOpened(conversation, random.nextInt(places.length()))) {
          return conversation;
        }
      }
    }
    return fresh.open(server, deadlineNanos);
  }

  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return new FirstNews(open, deadlineNanos, time).await(calls);
  }

  private boolean isOpened(PooledConversation conversation, int place) {
    PooledSocket socket = socketAt(place);
    if (socket == null) {
      return false;
    }
    return switch (conversation.over(socket, time.nanos())) {
      case ENTERED -> true;
      case ENTERED_LAST -> {
        places.compareAndSet(place, socket, null);
        yield true;
      }
      case ENGAGED, SPENT -> false;
    };
  }

  /** The socket at a place, opened if need be; null if that fails. */
  private @Nullable PooledSocket socketAt(int place) {
    PooledSocket present = places.get(place);
    if (present != null && !present.isOver(time.nanos())) {
      return present;
    }
    try {
      PooledSocket opened = openSocket();
      if (places.compareAndSet(place, present, opened)) {
        if (present != null) {
          retire(present);
        }
        return opened;
      }
      retire(opened);
      return places.get(place);
    } catch (IOException e) {
      return null; // for want of descriptors, say: another place may have a socket already
    }
  }

  private PooledSocket openSocket() throws IOException {
    DatagramLoop reader = loop();
    DatagramChannel channel = calls.openDatagrams();
    try {
      ports.bind(channel, InetSocketAddress::new);
      channel.configureBlocking(false);
      PooledSocket socket = new PooledSocket(channel, USES, time.nanos() + LIFE_NANOS);
      reader.add(socket);
      return socket;
    } catch (IOException | RuntimeException | Error e) {
      Sockets.close(channel);
      throw e;
    }
  }

  private DatagramLoop loop() throws IOException {
    DatagramLoop running = loop;
    if (running != null) {
      return running;
    }
    lifecycle.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      if (loop == null) {
        Selector selector = calls.openSelector();
        loop = DatagramLoop.start(selector, suspects, this::retireOld);
      }
      return loop;
    } finally {
      lifecycle.unlock();
    }
  }

  /** Called by the reading thread alone, as often as it comes round. */
  private void retireOld() {
    long now = time.nanos();
    if (now - nextSweepNanos < 0) {
      return;
    }
    nextSweepNanos = now + SWEEP_NANOS;
    for (int i = 0; i < places.length(); i++) {
      PooledSocket socket = places.get(i);
      if (socket != null && socket.isOver(now) && places.compareAndSet(i, socket, null)) {
        retire(socket);
      }
    }
  }

  private void retire(PooledSocket socket) {
    if (socket.retire()) {
      finished(socket);
    }
  }

  /** Takes note that no conversation is left over a socket that takes no more. */
  void finished(PooledSocket socket) {
    DatagramLoop running = loop;
    if (running != null) {
      running.remove(socket);
    }
  }

  /**
   * Sends.
   *
   * @throws NoRouteToHostException if this machine has no route to the address, or does not speak
   *     its family at all
   */
  void send(byte[] message, PooledSocket socket, InetSocketAddress server) throws IOException {
    try {
      if (calls.send(socket.channel(), ByteBuffer.wrap(message), server) < message.length) {
        throw new IOException("no room to send a datagram");
      }
    } catch (UnsupportedAddressTypeException e) {
      throw Sockets.noRoute(server, e);
    } catch (IOException e) {
      // A socket that is not connected cannot tell why; connecting one asks for the route alone.
      fresh.open(server, time.nanos()).close();
      throw e;
    }
  }

  /** Closes all sockets, ends all conversations over them, and the thread that reads them. */
  @Override
  public void close() {
    lifecycle.lock();
    try {
      closed = true;
    } finally {
      lifecycle.unlock();
    }
    DatagramLoop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
