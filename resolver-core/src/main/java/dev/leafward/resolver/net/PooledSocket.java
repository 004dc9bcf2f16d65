// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One unconnected datagram socket of the pool, and the conversations that are held over it, at most
 * one with any server.
 *
 * <p>It takes a bounded number of conversations in its life, none after its time, and is finished
 * when the last of them has ended. Safe for use by many threads.
 */
final class PooledSocket {

  private final DatagramChannel channel;
  private final long endNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<SocketAddress, PooledConversation> open = new HashMap<>(2);
  private int usesLeft;

  /** What came of asking for a conversation. */
  enum Entry {
    /** It is open. */
    ENTERED,
    /** It is open, and it is the last. */
    ENTERED_LAST,
    /** There is one with this server already. */
    ENGAGED,
    /** This socket takes no more. */
    SPENT
  }

  PooledSocket(DatagramChannel channel, int uses, long endNanos) {
    this.channel = channel;
    this.usesLeft = uses;
    this.endNanos = endNanos;
  }

  DatagramChannel channel() {
    return channel;
  }

  boolean isOver(long nowNanos) {
    return nowNanos - endNanos >= 0;
  }

  Entry enter(PooledConversation conversation, InetSocketAddress server, long nowNanos) {
    lock.lock();
    try {
      if (usesLeft == 0 || isOver(nowNanos)) {
        return Entry.SPENT;
      }
      if (open.putIfAbsent(server, conversation) != null) {
        return Entry.ENGAGED;
      }
      usesLeft--;
      return usesLeft == 0 ? Entry.ENTERED_LAST : Entry.ENTERED;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends a conversation.
   *
   * @return whether the socket is finished
   */
  boolean leave(PooledConversation conversation, InetSocketAddress server) {
    lock.lock();
    try {
      return open.remove(server, conversation) && usesLeft == 0 && open.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more conversations from now on.
   *
   * @return whether the socket is finished: no conversation is left
   */
  boolean retire() {
    lock.lock();
    try {
      usesLeft = 0;
      return open.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hands a datagram to the conversation with its sender.
   *
   * @return whether it looks like the reply that one of them waits for
   */
  boolean deliver(byte[] octets, SocketAddress sender) {
    PooledConversation conversation;
    lock.lock();
    try {
      conversation = open.get(sender);
    } finally {
      lock.unlock();
    }
    return conversation != null && conversation.deliver(octets);
  }

  /** Ends the socket, and every conversation over it. */
  void fail(Supplier<IOException> reason) {
    lock.lock();
    try {
      usesLeft = 0;
      open.values().forEach(conversation -> conversation.fail(reason.get()));
      open.clear();
    } finally {
      lock.unlock();
    }
    Sockets.close(channel);
  }
}
