// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Stands for the JDK's own resolver: knows what it is told, and keeps what it was asked. */
final class FakeJdk implements InetAddressResolver {

  /** What the machine is called. */
  static final String HOST_NAME = "thismachine";

  private final Map<String, InetAddress> hosts = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  FakeJdk host(String name, int... octets) throws UnknownHostException {
    byte[] address = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      address[i] = (byte) octets[i];
    }
    hosts.put(name, InetAddress.getByAddress(name, address));
    return this;
  }

  /** As a provider gets to see it. */
  Jdk asJdk() {
    return new Jdk(this, () -> HOST_NAME);
  }

  /** What it was asked, in order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    asked.add(host);
    InetAddress found = hosts.get(host);
    if (found == null) {
      throw new UnknownHostException(host + ": not known to the JDK");
    }
    return Stream.of(found);
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    String literal = InetAddress.getByAddress(address).getHostAddress();
    asked.add(literal);
    throw new UnknownHostException(literal);
  }
}
