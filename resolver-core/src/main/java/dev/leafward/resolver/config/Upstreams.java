// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers of a configured zone as text: addresses and names, told apart by their form. */
final class Upstreams {

  private Upstreams() {}

  static List<UpstreamServer> addresses(String... servers) {
    return Arrays.stream(servers).filter(Upstreams::isAddress).map(UpstreamServer::parse).toList();
  }

  static List<DomainName> hosts(String... servers) {
    return Arrays.stream(servers).filter(each -> !isAddress(each)).map(DomainName::of).toList();
  }

  private static boolean isAddress(String server) {
    return server.indexOf('#') >= 0 || InetAddresses.isInetAddress(server);
  }

  static String text(UpstreamZone zone) {
    return Stream.concat(zone.servers().stream(), zone.hosts().stream())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
