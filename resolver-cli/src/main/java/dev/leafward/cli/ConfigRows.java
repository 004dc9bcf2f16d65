// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.base.Ascii;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.Ignored;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.Origin;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.resolver.system.ResolvConf;
import dev.leafward.resolver.system.Setting;
import dev.leafward.resolver.system.SystemConfiguration;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes rows of a configuration: a name, a value, and where the value is from. */
final class ConfigRows {
  private static final int HOSTS_SHOWN = 20;

  private final List<Row> rows = new ArrayList<>();

  private ConfigRows() {}

  /**
   * A row.
   *
   * @param name what it is, by the word that the file has for it
   * @param value the value
   * @param origin who said so
   */
  record Row(String name, String value, Origin origin) {}

  /** All rows of a configuration. */
  static List<Row> of(SystemConfiguration configuration) {
    ConfigRows all = new ConfigRows();
    all.addResolver(configuration.resolver());
    all.addOrder(configuration.hostsOrder());
    all.addHosts(configuration.hosts());
    all.addPolicies(configuration.policies());
    if (!configuration.hostName().isEmpty()) {
      all.add("host name", configuration.hostName(), Origin.of("this machine"));
    }
    return all.rows;
  }

  /** All that is ignored. */
  static List<Ignored> ignored(SystemConfiguration configuration) {
    return Stream.of(
            configuration.resolver().ignored(),
            configuration.hostsOrder().ignored(),
            configuration.hosts().ignored(),
            configuration.policies().ignored())
        .flatMap(List::stream)
        .toList();
  }

  private void add(String name, String value, Origin origin) {
    rows.add(new Row(name, value, origin));
  }

  private void addResolver(ResolvConf resolver) {
    for (Setting<UpstreamServer> server : resolver.servers()) {
      add("nameserver", server.value().toString(), server.origin());
    }
    for (DomainName suffix : resolver.suffixes().value()) {
      add("search", suffix.toString(), resolver.suffixes().origin());
    }
    if (resolver.suffixes().value().isEmpty()) {
      add("search", "nothing", resolver.suffixes().origin());
    }
    add("ndots", String.valueOf(resolver.ndots().value()), resolver.ndots().origin());
    add("timeout", resolver.timeout().value().toSeconds() + " s", resolver.timeout().origin());
    add("attempts", String.valueOf(resolver.attempts().value()), resolver.attempts().origin());
    for (Setting<StubFlag> flag : resolver.flags()) {
      add("option", flag.value().word(), flag.origin());
    }
  }

  private void addOrder(NsSwitch order) {
    String services = joined(order.services().stream().map(ConfigRows::service).toList());
    add("hosts order", services.isEmpty() ? "nowhere" : services, order.origin());
  }

  private static String service(NsSwitch.Service service) {
    String actions =
        Stream.of(NsSwitch.Status.values())
            .filter(service.actions()::containsKey)
            .map(status -> status + "=" + Ascii.toLowerCase(service.after(status).name()))
            .collect(Collectors.joining(" "));
    return actions.isEmpty() ? service.name() : service.name() + " [" + actions + "]";
  }

  private void addHosts(HostsFile hosts) {
    List<HostsFile.Entry> entries = hosts.entries();
    for (HostsFile.Entry entry : entries.subList(0, Math.min(entries.size(), HOSTS_SHOWN))) {
      add("host", Addresses.text(entry.address()) + " " + joined(entry.names()), entry.origin());
    }
    int more = entries.size() - HOSTS_SHOWN;
    if (more > 0) {
      add("host", "and " + more + " lines more", Origin.of(hosts.source()));
    }
  }

  private void addPolicies(PolicyTable policies) {
    int before = rows.size();
    addRules("label", policies.labels());
    addRules("precedence", policies.precedences());
    addRules("scopev4", policies.scopesOfIpv4());
    if (rows.size() == before) {
      add("precedence", "as in RFC 6724", Origin.DEFAULT);
    }
  }

  private void addRules(String name, List<PolicyTable.Rule> rules) {
    for (PolicyTable.Rule rule : rules) {
      if (!rule.origin().equals(Origin.DEFAULT)) {
        add(name, rule.block() + " " + rule.value(), rule.origin());
      }
    }
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
