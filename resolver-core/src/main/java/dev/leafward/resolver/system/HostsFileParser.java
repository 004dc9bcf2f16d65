// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringTokenizer;

/** Reads a hosts file, line by line. */
final class HostsFileParser {

  private final String source;
  private final InterfaceNames interfaces;
  private final List<HostsFile.Entry> entries = new ArrayList<>();
  private final Remarks remarks;

  HostsFileParser(String source, InterfaceNames interfaces) {
    this.source = source;
    this.interfaces = interfaces;
    this.remarks = new Remarks(source);
  }

  HostsFile parse(String text) {
    int number = 0;
    for (String line : Lines.of(text, Lines.OF_HOSTS, remarks)) {
      number++;
      int comment = line.indexOf('#');
      StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
      if (words.hasMoreTokens()) {
        read(words, line, new Origin(source, number));
      }
    }
    return new HostsFile(source, entries, remarks.list());
  }

  private void read(StringTokenizer words, String line, Origin origin) {
    Optional<InetAddress> address = address(words.nextToken());
    if (address.isEmpty()) {
      remarks.add(line, "it does not begin with an address", origin);
      return;
    }
    List<String> names = new ArrayList<>();
    while (words.hasMoreTokens()) {
      names.add(words.nextToken());
    }
    if (names.isEmpty()) {
      remarks.add(line, "no name stands behind the address", origin);
      return;
    }
    entries.add(new HostsFile.Entry(address.get(), names, origin));
  }

  private Optional<InetAddress> address(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return Literals.address(text);
    }
    String scope = text.substring(percent + 1);
    return Literals.address(text.substring(0, percent)).flatMap(address -> scoped(address, scope));
  }

  private Optional<InetAddress> scoped(InetAddress address, String text) {
    OptionalInt scope = Literals.scope(text, address, interfaces);
    return scope.isEmpty()
        ? Optional.empty()
        : Optional.of(Literals.withScope(address, scope.getAsInt()));
  }
}
