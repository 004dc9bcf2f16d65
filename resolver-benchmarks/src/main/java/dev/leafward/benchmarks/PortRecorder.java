// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/**
 * A name server on loopback that writes down the ID and the source port of each query, and has an
 * address for every name.
 */
final class PortRecorder implements AutoCloseable {

  private static final int LARGEST_DATAGRAM = 65_535;
  private static final int BUFFER_OCTETS = 4 << 20;
  private static final int HEADER_OCTETS = 12;
  private static final int QR_AA = 0x8400;
  private static final int TYPE_A = 1;

  /** Name (a pointer to the question's), type A, class IN, a day, four octets of address. */
  private static final byte[] ADDRESS = {
    (byte) 0xC0, HEADER_OCTETS, 0, 1, 0, 1, 0, 1, 0x51, (byte) 0x80, 0, 4, (byte) 192, 0, 2, 1
  };

  private final DatagramChannel channel;
  private final Thread thread;
  private final int[] ids;
  private final int[] ports;
  private volatile int recorded;

  /** A recorder with room for so many queries; it answers more, but records no more. */
  PortRecorder(int most) throws IOException {
    ids = new int[most];
    ports = new int[most];
    channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_OCTETS);
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    thread = Thread.ofPlatform().daemon().name("port-recorder").start(this::serve);
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  int recorded() {
    return recorded;
  }

  PairStatistics statistics() {
    int all = recorded;
    return new PairStatistics(Arrays.copyOf(ids, all), Arrays.copyOf(ports, all));
  }

  private void serve() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    try {
      while (true) {
        InetSocketAddress client = (InetSocketAddress) channel.receive(buffer.clear());
        record(buffer.flip().getShort(0) & 0xFFFF, client.getPort());
        answer(buffer);
        channel.send(buffer.flip(), client);
      }
    } catch (AsynchronousCloseException e) {
      return; // as it should be
    } catch (IOException e) {
      throw new IllegalStateException("the recorder broke down", e);
    }
  }

  private void record(int id, int port) {
    int at = recorded;
    if (at < ids.length) {
      ids[at] = id;
      ports[at] = port;
      recorded = at + 1;
    }
  }

  /** Makes the query in the buffer a reply, without EDNS. */
  private static void answer(ByteBuffer buffer) {
    int end = HEADER_OCTETS;
    while (buffer.get(end) != 0) {
      end += 1 + buffer.get(end);
    }
    boolean asksForAddress = buffer.getShort(end + 1) == TYPE_A;
    buffer.putShort(2, (short) QR_AA);
    buffer.putShort(6, (short) (asksForAddress ? 1 : 0)).putShort(8, (short) 0);
    buffer.putShort(10, (short) 0);
    buffer.limit(buffer.capacity()).position(end + 5);
    if (asksForAddress) {
      buffer.put(ADDRESS);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
