// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams to and from one server over a socket of the pool, which others may use meanwhile to
 * speak with other servers.
 *
 * <p>Whatever comes from the server's address and port arrives here, with whatever ID: those who
 * guess are noticed by their wrong ones.
 */
final class PooledConversation implements MailboxConversation {

  private static final int ID_OCTETS = 2;
  private static final int NO_ID = -1;

  private final PooledUdpTransport pool;
  private final InetSocketAddress server;
  private final Mailbox mailbox;
  private @Nullable PooledSocket socket;
  private volatile int id = NO_ID;

  PooledConversation(PooledUdpTransport pool, InetSocketAddress server, Time time) {
    this.pool = pool;
    this.server = server;
    this.mailbox = new Mailbox(time);
  }

  /** Tries to hold this conversation over a socket. */
  PooledSocket.Entry over(PooledSocket candidate, long nowNanos) {
    PooledSocket.Entry entry = candidate.enter(this, server, nowNanos);
    if (entry == PooledSocket.Entry.ENTERED || entry == PooledSocket.Entry.ENTERED_LAST) {
      socket = candidate;
    }
    return entry;
  }

  @Override
  public Mailbox mailbox() {
    return mailbox;
  }

  @Override
  public void send(byte[] message) throws IOException {
    id = idOf(message);
    pool.send(message, Objects.requireNonNull(socket, "not opened"), server);
  }

  private static int idOf(byte[] message) {
    return message.length < ID_OCTETS ? NO_ID : ((message[0] & 0xFF) << 8) | (message[1] & 0xFF);
  }

  @Override
  public byte[] receive(long deadlineNanos) throws IOException {
    return mailbox.take(deadlineNanos);
  }

  /**
   * Takes a datagram from the server.
   *
   * @return whether it has the ID of the query
   */
  boolean deliver(byte[] octets) {
    mailbox.put(octets);
    return idOf(octets) == id;
  }

  void fail(IOException reason) {
    mailbox.fail(reason);
  }

  @Override
  public void close() {
    if (socket != null && socket.leave(this, server)) {
      pool.finished(socket);
    }
  }
}
