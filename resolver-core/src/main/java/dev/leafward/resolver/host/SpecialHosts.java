// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.spi.LocalNetwork;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Answers for the hosts that nobody is asked about: addresses as text, and what is no host. */
final class SpecialHosts {

  private final LocalNetwork network;

  SpecialHosts(LocalNetwork network) {
    this.network = network;
  }

  /** The answer, if the text is an address or {@code localhost}, or can be no name. */
  Optional<HostAnswer> lookup(String host, AddressFamilies families) {
    Optional<InetAddress> literal = HostText.address(host, network);
    if (literal.isPresent()) {
      return Optional.of(
          answer(host, families, "literal", new Provenance.Literal(), literal.stream()));
    }
    if (HostText.isAddressOfAKind(host)) {
      return Optional.of(
          noSuchHost(host, "literal", "looks like an address, and is none that can be used"));
    }
    return HostText.isLocalhost(host)
        ? Optional.of(
            answer(
                host,
                families,
                "localhost",
                new Provenance.Loopback(),
                HostText.loopbacks(host).stream()))
        : Optional.empty();
  }

  private static HostAnswer answer(
      String host,
      AddressFamilies families,
      String service,
      Provenance from,
      Stream<InetAddress> addresses) {
    List<HostAddress> wanted =
        addresses.filter(families::includes).map(each -> new HostAddress(each, from)).toList();
    if (wanted.isEmpty()) {
      List<HostStep> steps = List.of(HostStep.of(service, "of the other family"));
      return new HostAnswer.NoAddress(host, OptionalLong.empty(), false, steps);
    }
    List<HostStep> steps = List.of(HostStep.of(service, from.toString()));
    return new HostAnswer.Addresses(
        host, HostText.withoutFinalDot(host), wanted, OptionalLong.empty(), false, steps);
  }

  private static HostAnswer noSuchHost(String host, String service, String why) {
    return new HostAnswer.NoSuchHost(
        host, OptionalLong.empty(), false, List.of(HostStep.of(service, why)));
  }
}
