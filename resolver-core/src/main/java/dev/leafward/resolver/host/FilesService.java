// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.host.AddressNames.HostName;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.Origin;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The service {@code files}: the hosts file, all lines that fit. */
final class FilesService implements HostService {

  private final HostsFile hosts;

  FilesService(HostsFile hosts) {
    this.hosts = hosts;
  }

  @Override
  public HostAnswer lookup(String host, AddressFamilies families) {
    List<HostsFile.Entry> lines = hosts.entries(host);
    if (lines.isEmpty()) {
      return new HostAnswer.NoSuchHost(host, OptionalLong.empty(), false, said("not there"));
    }
    List<HostAddress> entries = addresses(lines, host, families);
    return entries.isEmpty()
        ? new HostAnswer.NoAddress(
            host, OptionalLong.empty(), false, said("there, but of the other family"))
        : new HostAnswer.Addresses(
            host,
            HostText.withoutFinalDot(lines.getFirst().names().getFirst()),
            entries,
            OptionalLong.empty(),
            false,
            said(where(lines)));
  }

  private static List<HostAddress> addresses(
      List<HostsFile.Entry> lines, String host, AddressFamilies families) {
    return lines.stream()
        .filter(line -> families.includes(line.address()))
        .map(line ->
            new HostAddress(HostText.named(host, line.address()), provenance(line.origin())))
        .toList();
  }

  @Override
  public AddressNames lookup(InetAddress address) {
    List<HostsFile.Entry> lines = hosts.entries(address);
    List<HostName> names = new ArrayList<>();
    lines.forEach(line ->
        line.names()
            .forEach(name ->
                names.add(
                    new HostName(HostText.withoutFinalDot(name), provenance(line.origin())))));
    return new AddressNames(
        address,
        names,
        OptionalLong.empty(),
        false,
        said(lines.isEmpty() ? "not there" : where(lines)));
  }

  private static String where(List<HostsFile.Entry> lines) {
    return String.join(", ", lines.stream().map(line -> line.origin().toString()).toList());
  }

  private static Provenance provenance(Origin origin) {
    return new Provenance.HostsFile(origin.source(), origin.line());
  }

  private static List<HostStep> said(String result) {
    return List.of(HostStep.of(NsSwitch.FILES, result));
  }
}
