// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolFamily;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This machine's own errors, injected at each call to it. */
@Timeout(60)
class SocketFaultsTest {

  private static final byte[] QUERY = "query".getBytes(US_ASCII);
  private static final byte[] REPLY = "quick".getBytes(US_ASCII);

  /** What may fail. */
  enum Call {
    OPEN,
    OPEN_SELECTOR,
    BIND,
    CONNECT,
    SEND
  }

  /** As the JDK reports errno. */
  @SuppressWarnings("ImmutableEnumChecker") // the suppliers make an error each time, and no more
  enum Fault {
    EMFILE(() -> new SocketException("Too many open files")),
    ENOBUFS(() -> new SocketException("No buffer space available")),
    EPERM(() -> new SocketException("Operation not permitted")),
    EACCES(() -> new BindException("Permission denied")),
    EADDRINUSE(() -> new BindException("Address already in use")),
    ENETUNREACH(() -> new SocketException("Network is unreachable")),
    EHOSTUNREACH(() -> new NoRouteToHostException("No route to host")),
    ECONNREFUSED(() -> new ConnectException("Connection refused")),
    EINTERNAL(() -> new IOException("epoll_create failed"));

    final Supplier<IOException> error;

    Fault(Supplier<IOException> error) {
      this.error = error;
    }
  }

  /** The system, one call of which fails for as long as a test wants it. */
  private static final class FaultyCalls extends SocketCalls {
    final Call call;
    final Fault fault;
    volatile boolean broken = true;

    FaultyCalls(Call call, Fault fault) {
      this.call = call;
      this.fault = fault;
    }

    private void enter(Call entered) throws IOException {
      if (broken && entered == call) {
        throw fault.error.get();
      }
    }

    @Override
    DatagramChannel openDatagrams(ProtocolFamily family) throws IOException {
      enter(Call.OPEN);
      return super.openDatagrams(family);
    }

    @Override
    DatagramChannel openDatagrams() throws IOException {
      enter(Call.OPEN);
      return super.openDatagrams();
    }

    @Override
    SocketChannel openStream(ProtocolFamily family) throws IOException {
      enter(Call.OPEN);
      return super.openStream(family);
    }

    @Override
    Selector openSelector() throws IOException {
      enter(Call.OPEN_SELECTOR);
      return super.openSelector();
    }

    @Override
    void bind(DatagramChannel channel, InetSocketAddress local) throws IOException {
      enter(Call.BIND);
      super.bind(channel, local);
    }

    @Override
    void connect(DatagramChannel channel, InetSocketAddress server) throws IOException {
      enter(Call.CONNECT);
      super.connect(channel, server);
    }

    @Override
    void connect(SocketChannel channel, InetSocketAddress server, int millis) throws IOException {
      enter(Call.CONNECT);
      super.connect(channel, server, millis);
    }

    @Override
    void write(DatagramChannel channel, ByteBuffer message) throws IOException {
      enter(Call.SEND);
      super.write(channel, message);
    }

    @Override
    void write(SocketChannel channel, ByteBuffer octets) throws IOException {
      enter(Call.SEND);
      super.write(channel, octets);
    }

    @Override
    int send(DatagramChannel channel, ByteBuffer message, InetSocketAddress server)
        throws IOException {
      enter(Call.SEND);
      return super.send(channel, message, server);
    }
  }

  private final SystemTime time = new SystemTime();

  static Stream<Arguments> everyFaultAtEveryCall() {
    return Stream.of(Call.values())
        .flatMap(call -> Stream.of(Fault.values()).map(fault -> Arguments.of(call, fault)));
  }

  private long soon() {
    return time.nanos() + Duration.ofSeconds(30).toNanos();
  }

  /** Whether an exchange came to a reply; if not, it ended by an {@link IOException}. */
  private boolean isAnswered(Transport transport, InetSocketAddress server, Answering answering) {
    try (Conversation conversation = transport.open(server, soon())) {
      conversation.send(QUERY);
      answering.answer();
      assertThat(conversation.receive(soon())).isEqualTo(REPLY);
      return true;
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(?s).+");
      return false;
    }
  }

  @FunctionalInterface
  private interface Answering {
    void answer() throws IOException;
  }

  @ParameterizedTest
  @MethodSource("everyFaultAtEveryCall")
  @DisplayName("F13: over fresh sockets: a result or an IOException, no leak, then recovery")
  void freshSockets(Call call, Fault fault) throws IOException {
    FaultyCalls calls = new FaultyCalls(call, fault);
    checkDatagrams(new UdpTransport(time, new SecureRandom(), calls), calls);
  }

  @ParameterizedTest
  @MethodSource("everyFaultAtEveryCall")
  @DisplayName("F13: over pooled sockets: a result or an IOException, no leak, then recovery")
  void pooledSockets(Call call, Fault fault) throws IOException {
    FaultyCalls calls = new FaultyCalls(call, fault);
    long before = OpenFiles.sockets();
    try (PooledUdpTransport pool = new PooledUdpTransport(time, 8, new SecureRandom(), calls)) {
      checkDatagrams(pool, calls);
    }
    OpenFiles.awaitSockets(before);
  }

  private void checkDatagrams(Transport transport, FaultyCalls calls) throws IOException {
    try (UdpPeer server = UdpPeer.on("127.0.0.1")) {
      Answering answering = () -> server.send(REPLY, server.receive());
      long before = OpenFiles.sockets();
      for (int i = 0; i < 3; i++) {
        boolean unused = isAnswered(transport, server.address(), answering);
      }
      if (transport instanceof UdpTransport) {
        OpenFiles.awaitSockets(before);
      }
      calls.broken = false;
      assertThat(isAnswered(transport, server.address(), answering)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("everyFaultAtEveryCall")
  @DisplayName("F13: over TCP: a result or an IOException, no leak, then recovery")
  void streams(Call call, Fault fault) throws IOException {
    FaultyCalls calls = new FaultyCalls(call, fault);
    TcpSettings settings = new TcpSettings(8, 8, Duration.ofSeconds(30));
    long before = OpenFiles.sockets();
    try (TcpTransport transport = new TcpTransport(time, settings, calls)) {
      for (int i = 0; i < 2; i++) {
        checkStream(transport);
      }
      calls.broken = false;
      assertThat(checkStream(transport)).isTrue();
    }
    OpenFiles.awaitSockets(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("F13: no port left is this machine's fault, no address of the family is no route")
  void runsOutOfPorts(boolean hasRoute) {
    SocketCalls calls =
        new SocketCalls() {
          @Override
          void connect(SocketChannel channel, InetSocketAddress server, int millis)
              throws IOException {
            throw new BindException("Cannot assign requested address");
          }

          @Override
          void connect(DatagramChannel channel, InetSocketAddress server) throws IOException {
            if (!hasRoute) {
              throw new BindException("Cannot assign requested address");
            }
          }
        };
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), 53);
    try (TcpTransport transport =
        new TcpTransport(time, new TcpSettings(8, 8, Duration.ofSeconds(30)), calls)) {
      assertThatThrownBy(() -> transport.open(server, soon()))
          .isExactlyInstanceOf(hasRoute ? BindException.class : NoRouteToHostException.class);
    }
  }

  private boolean checkStream(TcpTransport transport) throws IOException {
    try (TcpPeer server = TcpPeer.on("127.0.0.1")) {
      Thread unused = Thread.startVirtualThread(() -> answerOne(server));
      boolean answered = isAnswered(transport, server.address(), () -> {});
      return answered;
    }
  }

  private static void answerOne(TcpPeer server) {
    try (TcpPeer.Connection peer = server.accept()) {
      peer.receive();
      peer.send(REPLY);
      assertThat(peer.read()).isEqualTo(-1);
    } catch (IOException e) {
      return; // nobody came, or they left again: the client's fault was injected
    }
  }
}
