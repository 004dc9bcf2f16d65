// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolFamily;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.Channel;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What datagram and stream sockets have in common. */
final class Sockets {

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private Sockets() {}

  static ProtocolFamily family(InetSocketAddress server) {
    return isIpv4(server) ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
  }

  /** Any address of this machine, of the same family as the server's. */
  static InetSocketAddress anyLocal(InetSocketAddress server, int port) {
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(new byte[isIpv4(server) ? 4 : 16]), port);
    } catch (UnknownHostException e) {
      throw new AssertionError("4 and 16 octets always make an address", e);
    }
  }

  private static boolean isIpv4(InetSocketAddress server) {
    return server.getAddress().getAddress().length == 4;
  }

  /**
   * The time left until the deadline, in the whole milliseconds that socket options take, rounded
   * up: zero would mean for ever.
   *
   * @throws SocketTimeoutException if the deadline has passed
   */
  static int remainingMillis(long deadlineNanos, Time time) throws SocketTimeoutException {
    long nanos = deadlineNanos - time.nanos();
    if (nanos <= 0) {
      throw new SocketTimeoutException("timed out");
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos + 999_999);
    return Math.clamp(millis, 1, Integer.MAX_VALUE);
  }

  /** The error that says that this machine knows no way to the server. */
  static NoRouteToHostException noRoute(InetSocketAddress server, Exception cause) {
    NoRouteToHostException e =
        new NoRouteToHostException("no route to " + server.getAddress().getHostAddress());
    e.initCause(cause);
    return e;
  }

  /** Closes a channel. An error changes nothing: the channel counts as closed either way. */
  static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing a socket failed", e);
    }
  }
}
