// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Reads and writes the "Internet" addresses of mocked servers; never looks anything up. */
public final class ServerAddress {

  /** Where servers listen unless said otherwise (RFC 1035 section 4.2). */
  public static final int DNS_PORT = 53;

  private ServerAddress() {}

  /**
   * Reads {@code "192.0.2.53"}, {@code "2001:db8::53"}, {@code "192.0.2.53:5353"} or {@code
   * "[2001:db8::53]:5353"}; the port is 53 unless given.
   *
   * @throws IllegalArgumentException if the text is not an IP literal
   */
  public static InetSocketAddress parse(String text) {
    if (InetAddresses.isInetAddress(text)) {
      return of(InetAddresses.forString(text));
    }
    HostAndPort parts = HostAndPort.fromString(text);
    InetAddress address = InetAddresses.forString(parts.getHost());
    return new InetSocketAddress(address, parts.getPortOrDefault(DNS_PORT));
  }

  /** Port 53 of an address. */
  public static InetSocketAddress of(InetAddress address) {
    return new InetSocketAddress(address, DNS_PORT);
  }

  /** The form that {@link #parse} reads, always with the port. */
  public static String format(InetSocketAddress server) {
    return HostAndPort.fromParts(InetAddresses.toAddrString(server.getAddress()), server.getPort())
        .toString();
  }
}
