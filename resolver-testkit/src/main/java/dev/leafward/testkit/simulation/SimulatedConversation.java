// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulation;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.simulation.SimulatedExchange.Arrival;
import dev.leafward.wire.rdata.Octets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose replies lie in an inbox, each with the instant at which it arrives.
 *
 * <p>Waiting moves the virtual clock to the next arrival or to the deadline, whichever is first. A
 * stream keeps its order and loses nothing; datagrams do as the {@link Link} says.
 */
final class SimulatedConversation implements Conversation {

  private final SimulatedNetwork network;
  private final Protocol protocol;
  private final InetSocketAddress server;
  private final @Nullable MockServer target;
  private final PriorityQueue<Pending> inbox =
      new PriorityQueue<>(
          Comparator.comparingLong((Pending each) -> each.arrival.atNanos())
              .thenComparingInt(Pending::number));
  private int sequence;
  private long lastInStream;
  private boolean closed;

  private record Pending(Arrival arrival, int number) {}

  SimulatedConversation(
      SimulatedNetwork network,
      Protocol protocol,
      InetSocketAddress server,
      @Nullable MockServer target) {
    this.network = network;
    this.protocol = protocol;
    this.server = server;
    this.target = target;
  }

  @Override
  public void send(byte[] message) throws IOException {
    checkUsable();
    byte[] query = message.clone();
    long now = network.time().nanos();
    List<Arrival> arrivals = arrivals(query, now);
    arrivals.forEach(each -> inbox.add(new Pending(each, sequence++)));
    network.record(new SimulatedExchange(now, server, protocol, Octets.of(query), arrivals));
  }

  private List<Arrival> arrivals(byte[] query, long now) {
    if (target == null) {
      return List.of();
    }
    return protocol == Protocol.TCP
        ? inStream(query, now, target)
        : asDatagrams(query, now, target);
  }

  private List<Arrival> asDatagrams(byte[] query, long now, MockServer target) {
    List<Arrival> arrivals = new ArrayList<>();
    for (long there : network.onLink(server, Link::datagram)) {
      for (Reply reply : target.receive(query, protocol)) {
        for (long back : network.onLink(server, Link::datagram)) {
          long at = now + there + reply.delay().toNanos() + back;
          arrivals.add(new Arrival(at, reply.octets()));
        }
      }
    }
    return arrivals;
  }

  private List<Arrival> inStream(byte[] query, long now, MockServer target) {
    List<Arrival> arrivals = new ArrayList<>();
    long there = now + network.onLink(server, Link::segment);
    for (Reply reply : target.receive(query, protocol)) {
      long back = network.onLink(server, Link::segment);
      lastInStream = Math.max(lastInStream, there + reply.delay().toNanos() + back);
      arrivals.add(new Arrival(lastInStream, reply.octets()));
    }
    return arrivals;
  }

  @Override
  public byte[] receive(long deadlineNanos) throws IOException {
    await(deadlineNanos);
    byte[] message = inbox.remove().arrival.message().toArray();
    network.countReceived(message.length);
    return message;
  }

  /** Waits until something can be received. */
  void await(long deadlineNanos) throws IOException {
    checkUsable();
    Pending next = inbox.peek();
    if (next == null || next.arrival.atNanos() - deadlineNanos > 0) {
      network.waitUntil(deadlineNanos);
      throw new SocketTimeoutException("nothing came from " + ServerAddress.format(server));
    }
    network.waitUntil(next.arrival.atNanos());
  }

  /** Whether something arrives here, and before anything arrives there. */
  boolean arrivesBefore(SimulatedConversation other) {
    Pending here = inbox.peek();
    Pending there = other.inbox.peek();
    return here != null && (there == null || here.arrival.atNanos() - there.arrival.atNanos() < 0);
  }

  private void checkUsable() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
