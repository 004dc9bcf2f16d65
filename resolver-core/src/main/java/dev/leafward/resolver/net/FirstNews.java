// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the first of several conversations has a message or an error.
 *
 * <p>Mailboxes are waited for by parking, sockets by a selector that lives as long as the wait; a
 * mailbox wakes that one, too, where there are both. Used once, by one thread.
 */
final class FirstNews {

  private final List<Conversation> open;
  private final long deadlineNanos;
  private final Time time;

  FirstNews(List<Conversation> open, long deadlineNanos, Time time) {
    this.open = List.copyOf(open);
    this.deadlineNanos = deadlineNanos;
    this.time = time;
  }

  /**
   * Waits.
   *
   * @throws SocketTimeoutException if the deadline passes first
   * @throws InterruptedIOException if the thread is interrupted; its flag stays set
   */
  Conversation await(SocketCalls calls) throws IOException {
    if (open.stream().allMatch(MailboxConversation.class::isInstance)) {
      return awaitParked();
    }
    try (Selector selector = calls.openSelector()) {
      for (Conversation each : open) {
        if (each instanceof UdpConversation fresh) {
          fresh.channel().configureBlocking(false);
          fresh.channel().register(selector, SelectionKey.OP_READ, fresh);
        }
      }
      return awaitSelected(selector);
    } finally {
      unblock();
    }
  }

  private Conversation awaitParked() throws IOException {
    Thread waiting = Thread.currentThread();
    onNews(() -> LockSupport.unpark(waiting));
    try {
      Conversation first = ready();
      while (first == null) {
        Mailbox.park(this, deadlineNanos, time);
        first = ready();
      }
      return first;
    } finally {
      onNews(null);
    }
  }

  private Conversation awaitSelected(Selector selector) throws IOException {
    onNews(selector::wakeup);
    try {
      Conversation first = ready();
      while (first == null) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while waiting for a message");
        }
        selector.select(Sockets.remainingMillis(deadlineNanos, time));
        first = selector.selectedKeys().isEmpty() ? ready() : selected(selector);
      }
      return first;
    } finally {
      onNews(null);
    }
  }

  private static Conversation selected(Selector selector) {
    return (Conversation) selector.selectedKeys().iterator().next().attachment();
  }

  private @Nullable Conversation ready() {
    for (Conversation each : open) {
      if (each instanceof MailboxConversation conversation && conversation.mailbox().hasNews()) {
        return each;
      }
    }
    return null;
  }

  private void onNews(@Nullable Runnable bell) {
    for (Conversation each : open) {
      if (each instanceof MailboxConversation conversation) {
        conversation.mailbox().onNews(bell);
      }
    }
  }

  /** Only a blocking channel can be received from with a timeout. */
  private void unblock() throws IOException {
    for (Conversation each : open) {
      if (each instanceof UdpConversation fresh && fresh.channel().isOpen()) {
        fresh.channel().configureBlocking(true);
      }
    }
  }
}
