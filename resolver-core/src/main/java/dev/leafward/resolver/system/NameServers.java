// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts together a {@link ResolvConf} of what a platform's command says, each server once. */
final class NameServers {

  private static final int DNS_PORT = 53;
  private static final List<String> PLACEHOLDERS =
      List.of("fec0:0:0:ffff::1", "fec0:0:0:ffff::2", "fec0:0:0:ffff::3");

  private final InterfaceNames interfaces;
  private final Remarks remarks;
  private final List<Setting<UpstreamServer>> servers = new ArrayList<>();
  private Setting<List<DomainName>> suffixes = new Setting<>(List.of(), Origin.DEFAULT);
  private Setting<Duration> timeout = new Setting<>(StubOptions.DEFAULT_TIMEOUT, Origin.DEFAULT);

  NameServers(InterfaceNames interfaces, Remarks remarks) {
    this.interfaces = interfaces;
    this.remarks = remarks;
  }

  /** An address with its scope, if the text is one. */
  Optional<InetAddress> address(String text) {
    int percent = text.indexOf('%');
    Optional<InetAddress> address =
        Literals.address(percent < 0 ? text : text.substring(0, percent));
    return percent < 0
        ? address
        : address.map(literal -> scoped(literal, text.substring(percent + 1)));
  }

  private InetAddress scoped(InetAddress address, String scope) {
    OptionalInt number = Literals.scope(scope, address, interfaces);
    return Literals.withScope(address, number.orElse(0));
  }

  void add(String text, int port, Origin origin) {
    address(text)
        .ifPresentOrElse(
            address -> add(address, port, origin), () -> remarks.add(text, "no address", origin));
  }

  void add(InetAddress address, Origin origin) {
    add(address, DNS_PORT, origin);
  }

  private void add(InetAddress address, int port, Origin origin) {
    UpstreamServer server = new UpstreamServer(address, port);
    if (PLACEHOLDERS.stream().map(InetAddresses::forString).anyMatch(address::equals)) {
      remarks.add(server.toString(), "nobody has that address; it says that none is set", origin);
    } else if (servers.stream().noneMatch(known -> known.value().equals(server))) {
      servers.add(new Setting<>(server, origin));
    }
  }

  void search(List<String> names, Origin origin) {
    List<DomainName> found = new ArrayList<>();
    for (String name : names) {
      try {
        found.add(DomainName.of(name));
      } catch (InvalidNameException e) {
        remarks.add(name, "no domain name", origin);
      }
    }
    suffixes = new Setting<>(found, origin);
  }

  void timeout(String text, Origin origin) {
    Integer seconds = Ints.tryParse(text);
    if (seconds != null) {
      long most = StubOptions.MAX_TIMEOUT.toSeconds();
      timeout = new Setting<>(Duration.ofSeconds(Math.clamp(seconds, 1, most)), origin);
    }
  }

  ResolvConf build() {
    return new ResolvConf(
        servers.isEmpty() ? List.of(ofThisMachine()) : servers,
        suffixes,
        new Setting<>(SearchList.DEFAULT_NDOTS, Origin.DEFAULT),
        timeout,
        new Setting<>(StubOptions.DEFAULT_ATTEMPTS, Origin.DEFAULT),
        List.of(),
        remarks.list());
  }

  /** The server that is asked where nobody names one: glibc's choice, and never a public one. */
  static Setting<UpstreamServer> ofThisMachine() {
    return new Setting<>(
        new UpstreamServer(InetAddresses.forString("127.0.0.1"), DNS_PORT), Origin.DEFAULT);
  }
}
