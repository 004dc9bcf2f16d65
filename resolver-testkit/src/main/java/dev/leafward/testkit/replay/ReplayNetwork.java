// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The network of a scenario: it holds what the resolver has sent until the run decides what becomes
 * of it. A round trip takes no time.
 *
 * <p>For simulated threads only, of which one runs at a time.
 */
final class ReplayNetwork {

  private final Time time;
  private final Predicate<InetAddress> reachable;
  private final List<OutgoingQuery> pending = new ArrayList<>();
  private final List<OutgoingQuery> sent = new ArrayList<>();
  private boolean down;

  /** A network on which some addresses can be reached, and none else. */
  ReplayNetwork(Time time, Predicate<InetAddress> reachable) {
    this.time = time;
    this.reachable = reachable;
  }

  /** Queries that somebody waits for, the newest first. */
  List<OutgoingQuery> pending() {
    return pending.reversed().stream().toList();
  }

  /** All queries since {@link #forgetSent}, the oldest first. */
  List<OutgoingQuery> sent() {
    return List.copyOf(sent);
  }

  /** Begins a new list of what was sent. */
  void forgetSent() {
    sent.clear();
  }

  /** Takes a query out of those that are pending, as its fate is decided. */
  void settle(OutgoingQuery query) {
    pending.remove(query);
  }

  /** Transport over a protocol. */
  Transport transport(Protocol protocol) {
    return new Opener(protocol);
  }

  /** Ends it: who waits learns so at once, and nothing more can be sent. */
  void shutDown() {
    down = true;
    pending().forEach(query -> query.fail(unreachable()));
    pending.clear();
  }

  private static IOException unreachable() {
    return new NoRouteToHostException("the scenario is over");
  }

  void sent(OutgoingQuery query) throws IOException {
    if (down) {
      throw unreachable();
    }
    pending.add(query);
    sent.add(query);
  }

  void abandon(ReplayConversation conversation) {
    pending.removeIf(query -> query.isOf(conversation));
  }

  /** Waits for an event, or for the deadline. */
  void await(CompletableFuture<?> event, long deadlineNanos) throws IOException {
    try {
      time.await(event, deadlineNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    }
  }

  private final class Opener implements Transport {
    private final Protocol protocol;

    Opener(Protocol protocol) {
      this.protocol = protocol;
    }

    @Override
    public Protocol protocol() {
      return protocol;
    }

    @Override
    public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
      if (!reachable.test(server.getAddress())) {
        throw new NoRouteToHostException("the scenario has no network to " + server);
      }
      return new ReplayConversation(ReplayNetwork.this, protocol, server);
    }

    @Override
    public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
      List<ReplayConversation> mine = open.stream().map(each -> (ReplayConversation) each).toList();
      CompletableFuture<?>[] arrivals =
          mine.stream().map(ReplayConversation::arrival).toArray(CompletableFuture<?>[]::new);
      await(CompletableFuture.anyOf(arrivals), deadlineNanos);
      return mine.stream()
          .filter(each -> each.arrival().isDone())
          .findFirst()
          .orElseThrow(() -> new SocketTimeoutException("nothing came"));
    }
  }
}
