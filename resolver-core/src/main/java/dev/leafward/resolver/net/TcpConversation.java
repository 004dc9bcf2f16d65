// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Time;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages to and from one server over one TCP connection, each behind its length in two octets
 * (RFC 1035 section 4.2.2).
 *
 * <p>Invariants: length and message leave in one write (RFC 7766 section 8); the deadline holds for
 * all reads of a message together, so that trickling octets gains nothing; and memory is taken for
 * octets that came, never for those that a length promises.
 */
final class TcpConversation implements Conversation {

  /** Memory grows by so many octets at a time. */
  private static final int CHUNK_OCTETS = 1024;

  private static final int MAX_MESSAGE_OCTETS = 0xFFFF;

  private final SocketChannel channel;
  private final InputStream in;
  private final Time time;

  TcpConversation(SocketChannel channel, Time time) throws IOException {
    this.channel = channel;
    this.in = channel.socket().getInputStream();
    this.time = time;
  }

  @Override
  public void send(byte[] message) throws IOException {
    if (message.length > MAX_MESSAGE_OCTETS) {
      throw new IllegalArgumentException("a message of " + message.length + " octets");
    }
    ByteBuffer framed = ByteBuffer.allocate(2 + message.length);
    framed.putShort((short) message.length).put(message).flip();
    while (framed.hasRemaining()) {
      channel.write(framed);
    }
  }

  @Override
  public byte[] receive(long deadlineNanos) throws IOException {
    byte[] prefix = new byte[2];
    fill(prefix, deadlineNanos);
    int length = ((prefix[0] & 0xFF) << 8) | (prefix[1] & 0xFF);
    List<byte[]> chunks = new ArrayList<>();
    for (int left = length; left > 0; left -= CHUNK_OCTETS) {
      byte[] chunk = new byte[Math.min(left, CHUNK_OCTETS)];
      fill(chunk, deadlineNanos);
      chunks.add(chunk);
    }
    ByteBuffer message = ByteBuffer.allocate(length);
    chunks.forEach(message::put);
    return message.array();
  }

  private void fill(byte[] target, long deadlineNanos) throws IOException {
    int filled = 0;
    while (filled < target.length) {
      channel.socket().setSoTimeout(Sockets.remainingMillis(deadlineNanos, time));
      int read = in.read(target, filled, target.length - filled);
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      filled += read;
    }
  }

  @Override
  public void close() {
    Sockets.close(channel);
  }
}
