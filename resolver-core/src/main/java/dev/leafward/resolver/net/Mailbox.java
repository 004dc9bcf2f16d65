// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages for one conversation, put here by the thread that reads the socket, taken by the one
 * thread that has the conversation.
 *
 * <p>Invariants: waiting parks the thread and holds no lock; room is bounded, and what finds none
 * is dropped, as it would be in a socket's buffer; what came before a failure is handed over first.
 */
final class Mailbox {

  /** A conversation is one query long: more than its reply and some forgeries nobody waits for. */
  private static final int ROOM_MESSAGES = 32;

  private static final int ROOM_OCTETS = 128 * 1024;

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<byte[]> messages = new ArrayDeque<>(2);
  private @Nullable IOException failure;
  private @Nullable Runnable bell;
  private int octets;

  Mailbox(Time time) {
    this.time = time;
  }

  void put(byte[] message) {
    lock.lock();
    try {
      if (messages.size() < ROOM_MESSAGES && octets + message.length <= ROOM_OCTETS) {
        messages.add(message);
        octets += message.length;
      }
      ring();
    } finally {
      lock.unlock();
    }
  }

  /** Says that nothing more will come. Only the first such word counts. */
  void fail(IOException reason) {
    lock.lock();
    try {
      if (failure == null) {
        failure = reason;
      }
      ring();
    } finally {
      lock.unlock();
    }
  }

  private void ring() {
    if (bell != null) {
      bell.run();
    }
  }

  /** Has something run whenever there is something new here; null for nothing any more. */
  void onNews(@Nullable Runnable bell) {
    lock.lock();
    try {
      this.bell = bell;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a message or a failure is here. */
  boolean hasNews() {
    lock.lock();
    try {
      return !messages.isEmpty() || failure != null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws SocketTimeoutException if the deadline passes first
   * @throws InterruptedIOException if the thread is interrupted; its flag stays set
   * @throws IOException if nothing more will come
   */
  byte[] take(long deadlineNanos) throws IOException {
    Thread waiting = Thread.currentThread();
    onNews(() -> LockSupport.unpark(waiting));
    try {
      byte[] message = poll();
      while (message == null) {
        park(this, deadlineNanos, time);
        message = poll();
      }
      return message;
    } finally {
      onNews(null);
    }
  }

  /** The next message, if one is here. */
  private byte @Nullable [] poll() throws IOException {
    lock.lock();
    try {
      byte[] message = messages.poll();
      if (message == null && failure != null) {
        throw failure;
      }
      octets -= message == null ? 0 : message.length;
      return message;
    } finally {
      lock.unlock();
    }
  }

  /** Parks until somebody wakes this thread, or the deadline; or for no reason. */
  static void park(Object blocker, long deadlineNanos, Time time) throws IOException {
    long left = deadlineNanos - time.nanos();
    if (left <= 0) {
      throw new SocketTimeoutException("timed out");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while waiting for a message");
    }
    LockSupport.parkNanos(blocker, left);
  }
}
