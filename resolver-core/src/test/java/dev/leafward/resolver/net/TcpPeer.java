// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import com.google.common.net.InetAddresses;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Assumptions;

/** A server on loopback whose every octet a test decides on. */
final class TcpPeer implements AutoCloseable {

  private static final int BACKLOG = 1000;

  private final ServerSocket listening;

  private TcpPeer(ServerSocket listening) {
    this.listening = listening;
  }

  static TcpPeer on(String address) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(new InetSocketAddress(InetAddresses.forString(address), 0), BACKLOG);
      return new TcpPeer(server);
    } catch (SocketException e) {
      server.close();
      return Assumptions.abort(address + " is not an address of this machine");
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listening.getLocalSocketAddress();
  }

  Connection accept() throws IOException {
    return new Connection(listening.accept());
  }

  /** A message behind its length. */
  static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(2 + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  /** One accepted connection. */
  static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      socket.setTcpNoDelay(true);
    }

    byte[] receive() throws IOException {
      byte[] message = new byte[in.readUnsignedShort()];
      in.readFully(message);
      return message;
    }

    /** The next octet, or -1 at the end. */
    int read() throws IOException {
      return in.read();
    }

    void send(byte[] message) throws IOException {
      write(framed(message));
    }

    void write(byte[] octets) throws IOException {
      socket.getOutputStream().write(octets);
    }

    /** Ends the connection by RST. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
