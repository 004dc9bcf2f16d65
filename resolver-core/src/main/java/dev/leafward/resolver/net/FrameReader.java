// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes messages out of a stream, each behind its length in two octets (RFC 1035 section 4.2.2).
 *
 * <p>Memory is taken for octets that came, never for those that a length promises. Used by one
 * thread.
 */
final class FrameReader {

  /** Memory grows by so many octets at a time. */
  static final int CHUNK_OCTETS = 1024;

  private final InputStream in;
  private final Quiet quiet;
  private boolean amidMessage;
  private volatile int heldOctets;

  /** Told whenever the stream's timeout passes and nothing came. */
  @FunctionalInterface
  interface Quiet {
    /**
     * Decides whether to wait on.
     *
     * @throws IOException if not
     */
    void passed() throws IOException;
  }

  FrameReader(InputStream in, Quiet quiet) {
    this.in = in;
    this.quiet = quiet;
  }

  /**
   * The next message.
   *
   * @throws EOFException if the stream has ended
   */
  byte[] next() throws IOException {
    amidMessage = false;
    byte[] prefix = new byte[2];
    fill(prefix);
    int length = ((prefix[0] & 0xFF) << 8) | (prefix[1] & 0xFF);
    List<byte[]> chunks = new ArrayList<>();
    for (int done = 0; done < length; done += CHUNK_OCTETS) {
      byte[] chunk = new byte[Math.min(length - done, CHUNK_OCTETS)];
      heldOctets = done + chunk.length;
      fill(chunk);
      chunks.add(chunk);
    }
    ByteBuffer message = ByteBuffer.allocate(length);
    chunks.forEach(message::put);
    heldOctets = 0;
    return message.array();
  }

  private void fill(byte[] target) throws IOException {
    int filled = 0;
    while (filled < target.length) {
      int read = read(target, filled);
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      filled += read;
      amidMessage = true;
    }
  }

  private int read(byte[] target, int from) throws IOException {
    while (true) {
      try {
        return in.read(target, from, target.length - from);
      } catch (SocketTimeoutException e) {
        quiet.passed();
      }
    }
  }

  /** Whether a message has begun to come, and not ended. */
  boolean isAmidMessage() {
    return amidMessage;
  }

  /** The memory that the message under way takes. */
  int heldOctets() {
    return heldOctets;
  }
}
