// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.host.AddressNames.HostName;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.Origin;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The service {@code files}: the hosts file, all lines that fit. */
final class FilesService implements HostService {

  private static final int LINES_SHOWN = 5;

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
    Map<String, HostName> names = new LinkedHashMap<>();
    for (HostsFile.Entry line : lines) {
      for (String each : line.names()) {
        String name = HostText.withoutFinalDot(each);
        names.putIfAbsent(name, new HostName(name, provenance(line.origin())));
      }
    }
    return new AddressNames(
        address,
        List.copyOf(names.values()),
        OptionalLong.empty(),
        false,
        said(lines.isEmpty() ? "not there" : where(lines)));
  }

  /** A file that blocks names has tens of thousands of lines with one address. */
  private static String where(List<HostsFile.Entry> lines) {
    int shown = Math.min(lines.size(), LINES_SHOWN);
    String first =
        lines.subList(0, shown).stream()
            .map(line -> line.origin().toString())
            .collect(Collectors.joining(", "));
    return shown == lines.size() ? first : first + " and " + (lines.size() - shown) + " more";
  }

  private static Provenance provenance(Origin origin) {
    return new Provenance.HostsFile(origin.source(), origin.line());
  }

  private static List<HostStep> said(String result) {
    return List.of(HostStep.of(NsSwitch.FILES, result));
  }
}
