// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Queries to one server and their replies, over a TCP connection that others use as well.
 *
 * <p>Of what comes over the connection it hears the messages with the ID of a query of its own.
 */
final class TcpConversation implements MailboxConversation {

  private static final int MAX_MESSAGE_OCTETS = 0xFFFF;
  private static final int ID_OCTETS = 2;

  /** No message has it: what is shorter than an ID. */
  private static final int NO_ID = -1;

  private final TcpTransport transport;
  private final InetSocketAddress server;
  private final long openDeadlineNanos;
  private final Mailbox mailbox;
  private TcpConnection connection;
  private volatile boolean kept;
  private boolean asking;

  TcpConversation(
      TcpTransport transport,
      InetSocketAddress server,
      long openDeadlineNanos,
      TcpConnection connection,
      Time time) {
    this.transport = transport;
    this.server = server;
    this.openDeadlineNanos = openDeadlineNanos;
    this.connection = connection;
    this.mailbox = new Mailbox(time);
  }

  static int idOf(byte[] message) {
    return message.length < ID_OCTETS ? NO_ID : ((message[0] & 0xFF) << 8) | (message[1] & 0xFF);
  }

  @Override
  public Mailbox mailbox() {
    return mailbox;
  }

  /** Whether the connection had served other queries before those of this conversation. */
  boolean isOverKeptConnection() {
    return kept;
  }

  /**
   * {@inheritDoc}
   *
   * <p>If the connection cannot take the query, because it has ended meanwhile or has one of the
   * same ID under way, another is made.
   */
  @Override
  public void send(byte[] message) throws IOException {
    if (message.length > MAX_MESSAGE_OCTETS || message.length < ID_OCTETS) {
      throw new IllegalArgumentException("a message of " + message.length + " octets");
    }
    kept = connection.hasAnswered();
    asking = true;
    if (!connection.submit(idOf(message), message, this)) {
      kept = false;
      connection.leave(this, true);
      connection = transport.connect(server, openDeadlineNanos);
      if (!connection.submit(idOf(message), message, this)) {
        throw new EOFException("the server closed a new connection at once");
      }
      transport.share(server, connection);
    }
  }

  @Override
  public byte[] receive(long deadlineNanos) throws IOException {
    byte[] message = mailbox.take(deadlineNanos);
    asking = false;
    return message;
  }

  @Override
  public void close() {
    connection.leave(this, !asking);
  }
}
