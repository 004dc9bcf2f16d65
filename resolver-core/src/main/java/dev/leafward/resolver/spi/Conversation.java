// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.io.IOException;

/**
 * An exchange of DNS messages with one server, used by one thread.
 *
 * <p>Interrupting the thread that waits in {@link #receive} ends the wait with an {@link
 * java.io.InterruptedIOException} or a {@link java.nio.channels.ClosedByInterruptException}.
 */
public interface Conversation extends AutoCloseable {

  /**
   * Sends one message.
   *
   * @throws IOException if it cannot be sent
   */
  void send(byte[] message) throws IOException;

  /**
   * Waits for the next message from the server.
   *
   * @param deadlineNanos the instant on the {@link Time#nanos()} scale after which to give up
   * @throws java.net.SocketTimeoutException if the deadline passes first
   * @throws java.io.EOFException if the server has ended a stream
   * @throws IOException if the server or the network reports an error
   */
  byte[] receive(long deadlineNanos) throws IOException;

  @Override
  void close();
}
