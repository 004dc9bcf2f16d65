// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.StaleConnectionException;
import dev.leafward.resolver.spi.Time;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One TCP connection to a server, over which many queries are under way at a time (RFC 7766 section
 * 6.2.1.1), their replies coming in any order.
 *
 * <p>A virtual thread reads, another writes, so that neither a server that does not read nor one
 * that sends octet by octet holds up anybody beyond a deadline. Invariants: the IDs of the queries
 * under way differ; a reply goes to the conversation that sent its ID, or nowhere (whether it is
 * about the same question is for the conversation's owner to see); length and message leave in one
 * write (RFC 7766 section 8); and a connection that once left a query unanswered, or on which comes
 * what nobody asked for, takes no more queries.
 */
final class TcpConnection {

  /** No connection lasts for ever, so that load spreads anew over a server's machines. */
  private static final int QUERIES_IN_LIFE = 1000;

  /** So many replies in a row that answer nothing are no accident. */
  private static final int STRAYS_TOLERATED = 64;

  private static final int LENGTH_OCTETS = 2;

  private final SocketChannel channel;
  private final Listener listener;
  private final Time time;
  private final SocketCalls calls;
  private final TcpSettings settings;
  private final FrameReader frames;
  private final BlockingQueue<ByteBuffer> outbox = new LinkedBlockingQueue<>();
  private final List<Thread> threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, TcpConversation> underWay = new HashMap<>();
  private int queries;
  private int strays;
  private boolean hasAnswered;
  private boolean doubtful;
  private boolean closed;
  private long lastUseNanos;

  /** Hears when a connection's state changes; without the connection's lock. */
  interface Listener {
    /** No query is under way any more, and others may follow. */
    void idle(TcpConnection connection);

    /** It has ended. */
    void ended(TcpConnection connection);
  }

  /** A connection over a connected channel; {@link #start} begins to read and write. */
  TcpConnection(
      SocketChannel channel, Listener listener, TcpSettings settings, Time time, SocketCalls calls)
      throws IOException {
    this.channel = channel;
    this.listener = listener;
    this.settings = settings;
    this.time = time;
    this.calls = calls;
    this.lastUseNanos = time.nanos();
    channel.socket().setSoTimeout(settings.idleMillis());
    this.frames = new FrameReader(channel.socket().getInputStream(), this::endIfIdle);
    Thread.Builder virtual = Thread.ofVirtual().name("leafward-tcp");
    this.threads = List.of(virtual.unstarted(this::read), virtual.unstarted(this::write));
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Whether one more query may go this way. */
  boolean hasRoom() {
    lock.lock();
    try {
      return !closed
          && !doubtful
          && underWay.size() < settings.queriesPerConnection()
          && queries < QUERIES_IN_LIFE;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the server has answered over it before. */
  boolean hasAnswered() {
    lock.lock();
    try {
      return hasAnswered;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends a query.
   *
   * @return false if it may not go this way: there is no room, or one of its ID is under way
   */
  boolean submit(int id, byte[] message, TcpConversation conversation) {
    lock.lock();
    try {
      if (!hasRoom() || underWay.putIfAbsent(id, conversation) != null) {
        return false;
      }
      queries++;
      lastUseNanos = time.nanos();
      outbox.add(framed(message));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static ByteBuffer framed(byte[] message) {
    ByteBuffer framed = ByteBuffer.allocate(LENGTH_OCTETS + message.length);
    return framed.putShort((short) message.length).put(message).flip();
  }

  /**
   * Ends a conversation: what still comes for it is dropped.
   *
   * @param answered whether its query has had a reply
   */
  void leave(TcpConversation conversation, boolean answered) {
    boolean over;
    boolean idle;
    lock.lock();
    try {
      underWay.values().removeIf(conversation::equals);
      doubtful |= !answered;
      idle = underWay.isEmpty() && !closed;
      over = idle && (doubtful || !hasAnswered || queries >= QUERIES_IN_LIFE);
    } finally {
      lock.unlock();
    }
    if (over) {
      end(new ClosedChannelException());
    } else if (idle) {
      listener.idle(this);
    }
  }

  private void read() {
    try {
      while (true) {
        byte[] message = frames.next();
        if (!isTaken(message)) {
          throw new EOFException("too many replies that answer nothing");
        }
      }
    } catch (IOException e) {
      end(e);
    }
  }

  /** Whether a message has found its conversation, or is at least not one too many that did not. */
  private boolean isTaken(byte[] message) {
    lock.lock();
    try {
      TcpConversation conversation = underWay.get(TcpConversation.idOf(message));
      if (conversation == null) {
        strays++;
        return !underWay.isEmpty() && strays <= STRAYS_TOLERATED;
      }
      strays = 0;
      hasAnswered = true;
      lastUseNanos = time.nanos();
      conversation.mailbox().put(message);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    try {
      while (true) {
        ByteBuffer message = outbox.take();
        while (message.hasRemaining()) {
          calls.write(channel, message);
        }
      }
    } catch (InterruptedException e) {
      end(new ClosedChannelException());
    } catch (IOException e) {
      end(e);
    }
  }

  private void endIfIdle() throws IOException {
    lock.lock();
    try {
      if (underWay.isEmpty() && time.nanos() - lastUseNanos >= settings.idle().toNanos()) {
        closed = true;
        throw new ClosedChannelException();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the connection, unless somebody has begun to use it again. */
  void endUnused() {
    boolean unused;
    lock.lock();
    try {
      unused = underWay.isEmpty();
      closed |= unused;
    } finally {
      lock.unlock();
    }
    if (unused) {
      end(new ClosedChannelException());
    }
  }

  /** Ends the connection, and all conversations over it. */
  void end(IOException reason) {
    Map<Integer, TcpConversation> left;
    lock.lock();
    try {
      closed = true;
      left = Map.copyOf(underWay);
      underWay.clear();
    } finally {
      lock.unlock();
    }
    listener.ended(this);
    Sockets.close(channel);
    threads.forEach(Thread::interrupt);
    boolean cut = frames.isAmidMessage();
    left.values().forEach(each -> each.mailbox().fail(failure(reason, each, cut)));
  }

  private static IOException failure(
      IOException reason, TcpConversation conversation, boolean cut) {
    if (reason instanceof ClosedChannelException) {
      return new ClosedChannelException();
    }
    if (conversation.isOverKeptConnection() && !cut) {
      return new StaleConnectionException();
    }
    EOFException ended = new EOFException(reason.getMessage());
    ended.initCause(reason);
    return ended;
  }

  /** The memory that a reply under way takes. */
  int heldOctets() {
    return frames.heldOctets();
  }
}
