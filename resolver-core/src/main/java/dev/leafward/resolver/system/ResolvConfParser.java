// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code resolv.conf(5)} as glibc does: a keyword in the first column, a blank, its value.
 *
 * <p>Where glibc trips over the carriage returns of a file from Windows, this does not.
 */
final class ResolvConfParser {

  static final String LOCALDOMAIN = "LOCALDOMAIN";
  static final String RES_OPTIONS = "RES_OPTIONS";

  private static final int SERVERS_USED = 3; // MAXNS
  private static final int DNS_PORT = 53;
  private static final String BLANKS = " \t";

  private final String source;
  private final Map<String, String> environment;
  private final String hostName;
  private final InterfaceNames interfaces;
  private final Remarks remarks;
  private final ResolverOptions options;
  private final List<Setting<UpstreamServer>> servers = new ArrayList<>();
  private @Nullable Setting<List<DomainName>> suffixes;

  ResolvConfParser(
      String source, Map<String, String> environment, String hostName, InterfaceNames interfaces) {
    this.source = source;
    this.environment = environment;
    this.hostName = hostName;
    this.interfaces = interfaces;
    this.remarks = new Remarks(source);
    this.options = new ResolverOptions(remarks);
  }

  ResolvConf parse(String text) {
    String localDomain = environment.get(LOCALDOMAIN);
    if (localDomain != null) {
      suffixes = suffixes(firstLine(localDomain), Origin.of(LOCALDOMAIN));
    }
    int number = 0;
    for (String line : Lines.of(text, Lines.OF_SETTINGS, remarks)) {
      number++;
      read(line, new Origin(source, number));
    }
    options.read(environment.getOrDefault(RES_OPTIONS, ""), Origin.of(RES_OPTIONS));
    return new ResolvConf(
        servers.isEmpty() ? List.of(NameServers.ofThisMachine()) : servers,
        suffixes == null ? ownDomain() : suffixes,
        options.ndots(),
        options.timeout(),
        options.attempts(),
        options.flags(),
        remarks.list());
  }

  private void read(String line, Origin origin) {
    if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
      return;
    }
    int end = firstBlank(line);
    String value = stripLeading(line.substring(end));
    switch (line.substring(0, end)) {
      case "" -> remarks.add(line, "the keyword must begin in the first column", origin);
      case "nameserver" -> server(value, line, origin);
      case "search" -> search(value, line, origin);
      case "domain" -> search(value.substring(0, firstBlank(value)), line, origin);
      case "options" -> options.read(value, origin);
      case "sortlist" -> remarks.add(line, "addresses are ordered by RFC 6724 instead", origin);
      default -> remarks.add(line, "no such keyword", origin);
    }
  }

  private void server(String value, String line, Origin origin) {
    String word = value.substring(0, firstBlank(value));
    Optional<InetAddress> address = Literals.dotted(word).or(() -> ipv6(word, origin));
    if (address.isEmpty()) {
      remarks.add(line, "no address follows", origin);
    } else if (servers.size() == SERVERS_USED) {
      remarks.add(line, "only the first three name servers are used", origin);
    } else {
      servers.add(new Setting<>(new UpstreamServer(address.get(), DNS_PORT), origin));
    }
  }

  private Optional<InetAddress> ipv6(String word, Origin origin) {
    int percent = word.indexOf('%');
    Optional<InetAddress> address =
        Literals.address(percent < 0 ? word : word.substring(0, percent))
            .filter(literal -> word.indexOf(':') >= 0);
    return percent < 0
        ? address
        : address.map(literal -> scoped(literal, word.substring(percent + 1), origin));
  }

  private InetAddress scoped(InetAddress address, String text, Origin origin) {
    OptionalInt scope = Literals.scope(text, address, interfaces);
    if (scope.isEmpty()) {
      remarks.add("%" + text, "no such scope; the address is used without", origin);
    }
    return Literals.withScope(address, scope.orElse(0));
  }

  private void search(String value, String line, Origin origin) {
    Setting<List<DomainName>> before = suffixes;
    if (value.isEmpty()) {
      remarks.add(line, "no domain follows", origin);
    } else if (environment.containsKey(LOCALDOMAIN)) {
      remarks.add(line, LOCALDOMAIN + " stands in its place", origin);
    } else {
      if (before != null) {
        remarks.add(
            "search " + text(before.value()),
            "line " + origin.line() + " replaces it",
            before.origin());
      }
      suffixes = suffixes(value, origin);
    }
  }

  private static String text(List<DomainName> names) {
    return String.join(" ", names.stream().map(DomainName::toString).toList());
  }

  /** An empty word, which only the beginning of a text can have, is the root, as with glibc. */
  private Setting<List<DomainName>> suffixes(String words, Origin origin) {
    List<DomainName> names = new ArrayList<>();
    if (firstBlank(words) == 0) {
      names.add(DomainName.ROOT);
    }
    StringTokenizer rest = new StringTokenizer(words, BLANKS);
    while (rest.hasMoreTokens()) {
      String word = rest.nextToken();
      String name = word.startsWith(".") ? word.substring(1) : word;
      try {
        names.add(name.isEmpty() ? DomainName.ROOT : DomainName.of(name));
      } catch (InvalidNameException e) {
        remarks.add(word, "no domain name", origin);
      }
    }
    return new Setting<>(names, origin);
  }

  private Setting<List<DomainName>> ownDomain() {
    int dot = hostName.indexOf('.');
    return dot < 0
        ? new Setting<>(List.of(), Origin.DEFAULT)
        : suffixes(hostName.substring(dot + 1), Origin.of("host name"));
  }

  private static String firstLine(String text) {
    int newline = text.indexOf('\n');
    return newline < 0 ? text : text.substring(0, newline);
  }

  private static int firstBlank(String text) {
    int i = 0;
    while (i < text.length() && BLANKS.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static String stripLeading(String text) {
    int i = 0;
    while (i < text.length() && BLANKS.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return text.substring(i);
  }
}
