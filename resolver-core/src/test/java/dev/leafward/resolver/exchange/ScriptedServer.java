// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.cache.FakeTime;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server in virtual time that follows a script: one {@link Reaction} for each conversation. A
 * conversation that the script does not foresee fails the test.
 */
final class ScriptedServer {

  private final FakeTime time;
  private final Deque<Reaction> udp = new ArrayDeque<>();
  private final Deque<Reaction> tcp = new ArrayDeque<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Long> openDeadlines = new ArrayList<>();
  private int open;

  /** A query that arrived. */
  record Sent(Protocol protocol, Message query) {}

  ScriptedServer(FakeTime time) {
    this.time = time;
  }

  ScriptedServer overUdp(Reaction... reactions) {
    udp.addAll(Arrays.asList(reactions));
    return this;
  }

  ScriptedServer overTcp(Reaction... reactions) {
    tcp.addAll(Arrays.asList(reactions));
    return this;
  }

  Transport udp() {
    return new Scripted(Protocol.UDP, udp);
  }

  Transport tcp() {
    return new Scripted(Protocol.TCP, tcp);
  }

  List<Sent> sent() {
    return sent;
  }

  List<Protocol> protocols() {
    return sent.stream().map(Sent::protocol).toList();
  }

  List<Long> openDeadlines() {
    return openDeadlines;
  }

  /** How many conversations were not closed. */
  int leftOpen() {
    return open;
  }

  /** How many reactions of the script were not called for. */
  int unused() {
    return udp.size() + tcp.size();
  }

  private final class Scripted implements Transport {
    private final Protocol protocol;
    private final Deque<Reaction> script;

    Scripted(Protocol protocol, Deque<Reaction> script) {
      this.protocol = protocol;
      this.script = script;
    }

    @Override
    public Protocol protocol() {
      return protocol;
    }

    @Override
    public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
      if (script.isEmpty()) {
        throw new AssertionError("an unforeseen conversation over " + protocol);
      }
      openDeadlines.add(deadlineNanos);
      Reaction reaction = script.remove();
      if (reaction.atOpen() != null) {
        throw reaction.atOpen();
      }
      open++;
      return new Talk(protocol, reaction);
    }
  }

  private final class Talk implements Conversation {
    private final Protocol protocol;
    private final Deque<Function<Message, Reaction.Event>> events;
    private @Nullable Message query;

    Talk(Protocol protocol, Reaction reaction) {
      this.protocol = protocol;
      this.events = new ArrayDeque<>(reaction.events());
    }

    @Override
    public void send(byte[] message) {
      try {
        query = MessageCodec.decode(message);
      } catch (WireFormatException e) {
        throw new AssertionError(e);
      }
      sent.add(new Sent(protocol, query));
    }

    @Override
    public byte[] receive(long deadlineNanos) throws IOException {
      if (query == null) {
        throw new AssertionError("nothing was sent yet");
      }
      Function<Message, Reaction.Event> next = events.peek();
      Reaction.Event event = next == null ? null : next.apply(query);
      if (event == null || time.nanos() + event.after().toNanos() - deadlineNanos > 0) {
        time.pass(Duration.ofNanos(Math.max(0, deadlineNanos - time.nanos())));
        throw new SocketTimeoutException("timed out");
      }
      events.remove();
      time.pass(event.after());
      return switch (event) {
        case Reaction.Packet packet -> packet.octets();
        case Reaction.Trouble trouble -> throw trouble.error();
        case Reaction.Interruption interruption -> {
          Thread.currentThread().interrupt();
          throw new ClosedByInterruptException();
        }
      };
    }

    @Override
    public void close() {
      open--;
    }
  }
}
