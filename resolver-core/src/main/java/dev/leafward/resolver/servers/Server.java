// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One address of one name server: what a question is put to.
 *
 * @param name the name server's name
 * @param socketAddress where it is reached
 */
public record Server(DomainName name, InetSocketAddress socketAddress) {

  /**
   * A server.
   *
   * @param port 53, but where a configured route says otherwise
   */
  public Server(DomainName name, InetAddress address, int port) {
    this(name, new InetSocketAddress(address, port));
  }

  /** A server at port 53. */
  public Server(DomainName name, InetAddress address) {
    this(name, address, NameServer.DNS_PORT);
  }

  /** The address. */
  public InetAddress address() {
    return socketAddress.getAddress();
  }

  /** The port: 53, but where a configured route says otherwise. */
  public int port() {
    return socketAddress.getPort();
  }

  @Override
  public String toString() {
    int port = port();
    String where = address().getHostAddress() + (port == NameServer.DNS_PORT ? "" : "#" + port);
    // A configured resolver has no name but that of the root.
    return name.isRoot() ? where : name + " (" + where + ")";
  }
}
