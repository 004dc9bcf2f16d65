// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.LocalZoneType;
import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Clause;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.ReverseName;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps stub zones, forward zones, and what is answered locally. */
final class RouteSettings {
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  /** Names that this library answers by itself, and the resolvers of the suites do not. */
  private static final List<String> NOT_SPECIAL_THERE = List.of("local.", "alt.");

  private final Scenario scenario;
  private final Clause server;
  private final Routes.Builder routes = Routes.builder();
  private SpecialNames specialNames = SpecialNames.standard();

  RouteSettings(Scenario scenario) {
    this.scenario = scenario;
    this.server = scenario.config().server();
  }

  /** Sets what the scenario sets. */
  void apply(RecursiveBuilder builder) throws MissingFeatureException {
    NOT_SPECIAL_THERE.forEach(name -> specialNames = specialNames.without(name));
    for (Clause clause : scenario.config().clauses("forward-zone")) {
      forward(clause);
    }
    for (Clause clause : scenario.config().clauses("stub-zone")) {
      stub(clause);
    }
    List<String> forwarders = server.all("forward-addr");
    if (!forwarders.isEmpty()) {
      routes.forward(ForwardZone.of(".", servers(forwarders, List.of())));
    }
    Set<DomainName> zones = new HashSet<>();
    for (String zone : server.all("local-zone")) {
      local(zone, zones);
    }
    for (String data : localData()) {
      local(data);
    }
    builder.specialNames(specialNames).routes(routes.build());
  }

  private void forward(Clause clause) throws MissingFeatureException {
    String name = clause.last("name").orElse(".");
    String[] servers = servers(clause.all("forward-addr"), clause.all("forward-host"));
    if (servers.length > 0) {
      routes.forward(ForwardZone.of(name, servers).with(options("forward", clause)));
    }
  }

  /** The stub zone of the root is its hints, see {@link HintSettings}. */
  private void stub(Clause clause) throws MissingFeatureException {
    String name = clause.last("name").orElse(".");
    String[] servers = servers(clause.all("stub-addr"), clause.all("stub-host"));
    if (!name.equals(".") && servers.length > 0) {
      routes.stub(StubZone.of(name, servers).with(options("stub", clause)));
    }
  }

  private static String[] servers(List<String> addresses, List<String> hosts)
      throws MissingFeatureException {
    List<String> all = new ArrayList<>();
    for (String address : addresses) {
      String bare = address.split("#", 2)[0]; // a name to authenticate by follows there
      String[] parts = bare.split("@", 2);
      if (!InetAddresses.isInetAddress(parts[0])) {
        throw new MissingFeatureException("servers like " + address);
      }
      all.add(parts.length == 2 ? parts[0] + "#" + parts[1] : parts[0]);
    }
    all.addAll(hosts);
    return all.toArray(String[]::new);
  }

  private static RouteOption[] options(String kind, Clause clause) {
    List<RouteOption> options = new ArrayList<>();
    add(clause, kind + "-first", RouteOption.FIRST, options);
    add(clause, kind + "-no-cache", RouteOption.UNCACHED, options);
    add(clause, kind + "-tcp-upstream", RouteOption.TCP_ONLY, options);
    add(clause, kind + "-prime", RouteOption.PRIMED, options);
    return options.toArray(RouteOption[]::new);
  }

  private static void add(
      Clause clause, String key, RouteOption option, List<RouteOption> options) {
    if (clause.last(key).filter(Setting::isYes).isPresent()) {
      options.add(option);
    }
  }

  private void local(String zone, Set<DomainName> zones) throws MissingFeatureException {
    List<String> words = WORDS.splitToList(zone);
    if (words.size() != 2) {
      throw new MissingFeatureException("the local zone " + zone);
    }
    if (words.get(1).equals("nodefault")) {
      specialNames = specialNames.without(words.get(0));
      return;
    }
    LocalZoneType type =
        type(words.get(1))
            .orElseThrow(() -> new MissingFeatureException("local zones of type " + words.get(1)));
    if (zones.add(DomainName.of(words.get(0)))) {
      routes.local(LocalZone.of(words.get(0), type));
    }
  }

  private static Optional<LocalZoneType> type(String word) {
    return switch (word) {
      case "static" -> Optional.of(LocalZoneType.STATIC);
      case "transparent", "inform" -> Optional.of(LocalZoneType.TRANSPARENT);
      case "typetransparent" -> Optional.of(LocalZoneType.TYPE_TRANSPARENT);
      case "redirect" -> Optional.of(LocalZoneType.REDIRECT);
      case "refuse" -> Optional.of(LocalZoneType.REFUSE);
      case "deny", "inform_deny" -> Optional.of(LocalZoneType.DENY);
      case "always_nxdomain" -> Optional.of(LocalZoneType.ALWAYS_NO_SUCH_NAME);
      case "always_null" -> Optional.of(LocalZoneType.ALWAYS_NULL);
      default -> Optional.empty();
    };
  }

  private List<String> localData() {
    List<String> all = new ArrayList<>(server.all("local-data"));
    Features features = Features.of(scenario);
    Optional<String> name = features.value("static_hint_name");
    Optional<String> address = features.value("static_hint_addr");
    if (name.isPresent() && address.isPresent()) {
      InetAddress literal = InetAddresses.forString(address.get());
      String type = literal instanceof Inet6Address ? ". AAAA " : ". A ";
      all.add(name.get() + type + address.get());
      all.add(ReverseName.of(literal) + " PTR " + name.get() + ".");
    }
    return all;
  }

  /** Data of other classes than IN is left out: see {@link ScenarioRun}. */
  private void local(String data) throws MissingFeatureException {
    if (data.matches("\\S+\\s+(\\d+\\s+)?(CH|HS|ANY|NONE)\\s.*")) {
      return;
    }
    try {
      routes.localData(data);
    } catch (IllegalArgumentException e) {
      throw new MissingFeatureException("the local data " + data);
    }
  }
}
