// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/**
 * Where a configured server listens.
 *
 * @param address its address
 * @param port its port, 1 to 65535
 */
public record UpstreamServer(InetAddress address, int port) {

  private static final int DNS_PORT = 53;
  private static final int LAST_PORT = 0xFFFF;

  /** Checks the port. */
  public UpstreamServer {
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /**
   * Reads {@code address} or {@code address#port}; the port is 53 unless given.
   *
   * @param text an IP literal, such as {@code 192.0.2.1#5353}; nothing is looked up
   * @throws IllegalArgumentException if it is none
   */
  public static UpstreamServer parse(String text) {
    int sharp = text.indexOf('#');
    String literal = sharp < 0 ? text : text.substring(0, sharp);
    int port = sharp < 0 ? DNS_PORT : port(text.substring(sharp + 1));
    return new UpstreamServer(InetAddresses.forString(literal), port);
  }

  private static int port(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no port: " + digits, e);
    }
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    String literal = InetAddresses.toAddrString(address);
    return port == DNS_PORT ? literal : literal + "#" + port;
  }
}
