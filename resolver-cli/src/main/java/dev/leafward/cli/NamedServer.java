// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;

/**
 * A server as the command line names it: {@code @192.0.2.1}, {@code @2001:db8::1#5353}, {@code
 * @ns1.example.com}.
 *
 * @param host an IP literal, or a host name
 * @param port the port
 */
record NamedServer(String host, int port) {

  private static final int DNS_PORT = 53;
  private static final int LAST_PORT = 0xFFFF;
  private static final int PORT_DIGITS = 5;

  /**
   * Reads what stands behind the {@code @}.
   *
   * @throws UsageException if it is no address and no name, or its port is none
   */
  static NamedServer parse(String word) throws UsageException {
    int sharp = word.indexOf('#');
    String host = sharp < 0 ? word : word.substring(0, sharp);
    int port = sharp < 0 ? DNS_PORT : port(word, word.substring(sharp + 1));
    if (!isAddress(host)) {
      requireName(word, host);
    }
    return new NamedServer(host, port);
  }

  private static int port(String word, String digits) throws UsageException {
    boolean isNumber = digits.matches("[0-9]{1," + PORT_DIGITS + "}");
    int port = isNumber ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > LAST_PORT) {
      throw new UsageException("'@" + word + "': the port is a number from 1 to " + LAST_PORT);
    }
    return port;
  }

  private static void requireName(String word, String host) throws UsageException {
    // What has nothing but digits is an address that went wrong: no host is called so.
    boolean isName = host.matches("[A-Za-z0-9_.-]+") && !host.matches("[0-9.]*");
    try {
      DomainName.of(host);
    } catch (InvalidNameException e) {
      isName = false;
    }
    if (!isName) {
      throw new UsageException(
          "'@"
              + word
              + "' names no server; give an address, such as @192.0.2.1 or @192.0.2.1#5353, or a"
              + " name");
    }
  }

  private static boolean isAddress(String host) {
    return InetAddresses.isInetAddress(host);
  }

  /** Whether it is named by its address, so that nothing need be looked up. */
  boolean isAddress() {
    return isAddress(host);
  }

  /** The server at the address by which it is named. */
  UpstreamServer byAddress() {
    return new UpstreamServer(InetAddresses.forString(host), port);
  }

  @Override
  public String toString() {
    return port == DNS_PORT ? host : host + "#" + port;
  }
}
