// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.AddressBlock;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.SpecialNetworks;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioConfig;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import dev.leafward.wire.name.DomainName;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Builds the resolver that a scenario's configuration describes. */
final class ResolverSetup {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private final Scenario scenario;
  private final QnameMinimisation mode;

  ResolverSetup(Scenario scenario, QnameMinimisation mode) {
    this.scenario = scenario;
    this.mode = mode;
  }

  /** How names are to be minimised: in one way, or in each of several. */
  static List<QnameMinimisation> modes(Scenario scenario) {
    ScenarioConfig.Clause server = scenario.config().server();
    String key =
        scenario.dialect() == Dialect.UNBOUND ? "qname-minimisation" : "query-minimization";
    Optional<String> chosen = server.last(key);
    if (chosen.isEmpty()) {
      return List.of(QnameMinimisation.OFF, QnameMinimisation.RELAXED);
    }
    boolean strict = server.last("qname-minimisation-strict").filter(Setting::isYes).isPresent();
    QnameMinimisation on = strict ? QnameMinimisation.STRICT : QnameMinimisation.RELAXED;
    return List.of(Setting.isYes(chosen.get()) ? on : QnameMinimisation.OFF);
  }

  /** A builder of the resolver, its network and clock not set. */
  RecursiveBuilder builder() throws MissingFeatureException {
    RecursiveBuilder builder =
        Resolver.recursive()
            .qnameMinimisation(mode)
            .allowAddresses(SpecialNetworks.DOCUMENTATION.or(SpecialNetworks.PRIVATE));
    if (scenario.steps().stream().anyMatch(ResolverSetup::wantsSignatures)) {
      builder.requestDnssecRecords();
    }
    new ServerSettings(scenario).apply(builder);
    new HintSettings(scenario).apply(builder);
    new RouteSettings(scenario).apply(builder);
    return builder;
  }

  /**
   * Which addresses the resolver has a network to. An address family that is switched off and an
   * address that must not be asked are not there: the resolver then sees what a machine without
   * that network shows it.
   */
  Predicate<InetAddress> reachable() {
    ScenarioConfig.Clause server = scenario.config().server();
    boolean noV4 = server.last("do-ip4").filter(value -> !Setting.isYes(value)).isPresent();
    boolean noV6 = server.last("do-ip6").filter(value -> !Setting.isYes(value)).isPresent();
    List<AddressBlock> forbidden =
        server.all("do-not-query-address").stream().map(AddressBlock::parse).toList();
    return address ->
        !(address instanceof Inet4Address && noV4)
            && !(address instanceof Inet6Address && noV6)
            && forbidden.stream().noneMatch(block -> block.test(address));
  }

  private static boolean wantsSignatures(ScenarioStep step) {
    return step.kind() == ScenarioStep.Kind.QUERY && step.message().packet().dnssecOk();
  }

  /** Whether a name is never looked up anywhere, since a local zone answers for it. */
  boolean isLocal(DomainName name) {
    return scenario.config().server().all("local-zone").stream()
        .map(zone -> zone.split("\\s+"))
        .filter(words -> words.length == 2 && !words[1].matches("nodefault|.*transparent|inform"))
        .anyMatch(words -> name.isAtOrBelow(DomainName.of(words[0])));
  }

  /** The time of day at the start, if the scenario sets it. */
  Optional<Instant> startTime() throws MissingFeatureException {
    ScenarioConfig.Clause server = scenario.config().server();
    Optional<String> stamp = server.last("val-override-timestamp");
    Optional<String> date = server.last("val-override-date");
    try {
      if (stamp.isPresent()) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(stamp.get())));
      }
      return date.filter(text -> !text.equals("-1"))
          .map(text -> LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | NumberFormatException e) {
      throw new MissingFeatureException("the time " + date.or(() -> stamp).orElse(""));
    }
  }
}
