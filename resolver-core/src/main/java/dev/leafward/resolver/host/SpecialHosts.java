// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.host.AddressNames.HostName;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.system.HostsFile;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Answers for the hosts that no service is asked about: addresses as text, what looks like one, and
 * {@code localhost} with all names below it.
 *
 * <p>{@code localhost} is always a loopback address, whatever anybody says (RFC 6761 section 6.3):
 * the one that the hosts file gives it, or else 127.0.0.1 and ::1.
 */
final class SpecialHosts {

  private static final String LITERAL = "literal";
  private static final String LOCALHOST = "localhost";

  private final HostsFile hosts;
  private final LocalNetwork network;

  SpecialHosts(HostsFile hosts, LocalNetwork network) {
    this.hosts = hosts;
    this.network = network;
  }

  /** The answer, if it is one of those. */
  Optional<HostAnswer> lookup(String host, AddressFamilies families) {
    Optional<InetAddress> literal = HostText.address(host, network);
    if (literal.isPresent()) {
      HostAddress entry = new HostAddress(literal.get(), new Provenance.Literal());
      return Optional.of(answer(LITERAL, host, host, families, Stream.of(entry)));
    }
    if (HostText.isAddressOfAKind(host)) {
      HostStep step = HostStep.of(LITERAL, "looks like an address, and is none that can be used");
      return Optional.of(
          new HostAnswer.NoSuchHost(host, OptionalLong.empty(), false, List.of(step)));
    }
    return HostText.isLocalhost(host) ? Optional.of(localhost(host, families)) : Optional.empty();
  }

  private HostAnswer localhost(String host, AddressFamilies families) {
    if (new FilesService(hosts).lookup(host, families) instanceof HostAnswer.Addresses inFile) {
      List<HostAddress> loopbacks =
          inFile.entries().stream().filter(each -> each.address().isLoopbackAddress()).toList();
      if (!loopbacks.isEmpty()) {
        return answer(LOCALHOST, host, inFile.canonicalName(), families, loopbacks.stream());
      }
    }
    Stream<HostAddress> byDefinition =
        HostText.loopbacks(host).stream()
            .map(address -> new HostAddress(address, new Provenance.Loopback()));
    return answer(LOCALHOST, host, HostText.withoutFinalDot(host), families, byDefinition);
  }

  private static HostAnswer answer(
      String service,
      String host,
      String canonicalName,
      AddressFamilies families,
      Stream<HostAddress> entries) {
    List<HostAddress> wanted = entries.filter(each -> families.includes(each.address())).toList();
    if (wanted.isEmpty()) {
      List<HostStep> steps = List.of(HostStep.of(service, "of the other family"));
      return new HostAnswer.NoAddress(host, OptionalLong.empty(), false, steps);
    }
    HostStep step = HostStep.of(service, wanted.getFirst().provenance().toString());
    return new HostAnswer.Addresses(
        host, canonicalName, wanted, OptionalLong.empty(), false, List.of(step));
  }

  /** The names of a loopback address: those of the hosts file, or else {@code localhost}. */
  AddressNames names(InetAddress loopback) {
    AddressNames inFile = new FilesService(hosts).lookup(loopback);
    if (!inFile.names().isEmpty()) {
      return inFile;
    }
    HostName name = new HostName(LOCALHOST, new Provenance.Loopback());
    HostStep step = HostStep.of(LOCALHOST, name.provenance().toString());
    return new AddressNames(loopback, List.of(name), OptionalLong.empty(), false, List.of(step));
  }
}
