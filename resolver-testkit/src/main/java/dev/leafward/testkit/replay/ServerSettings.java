// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.config.AddressBlock;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.DenialReach;
import dev.leafward.resolver.config.Prefetch;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.resolver.config.ShownTtl;
import dev.leafward.resolver.config.TtlRange;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Clause;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps the settings of the server itself. */
final class ServerSettings {

  private static final Duration UNBOUND_STALE_AGE = Duration.ofDays(1);
  private static final Duration UNBOUND_STALE_TTL = Duration.ofSeconds(30);
  private static final Duration UNBOUND_STALE_TIMEOUT = Duration.ofMillis(1_800);

  private final Scenario scenario;
  private final Clause server;

  ServerSettings(Scenario scenario) {
    this.scenario = scenario;
    this.server = scenario.config().server();
  }

  /** Sets what the scenario sets. */
  void apply(RecursiveBuilder builder) throws MissingFeatureException {
    KnownSettings.check(scenario);
    builder.cache(cache());
    builder.limits(limits());
    if (server.last("do-not-query-localhost").filter(value -> !Setting.isYes(value)).isPresent()) {
      builder.allowAddresses(InetAddress::isLoopbackAddress);
    }
    builder.rebindingProtection(rebindingProtection());
    Set<String> configured = configuredAddresses();
    builder.allowAddresses(address -> configured.contains(InetAddresses.toAddrString(address)));
    if (isOn("tcp-upstream")) {
      builder.tcpOnly();
    }
  }

  private RebindingProtection rebindingProtection() {
    AddressBlock[] blocks =
        server.all("private-address").stream()
            .map(AddressBlock::parse)
            .toArray(AddressBlock[]::new);
    return RebindingProtection.OFF
        .alsoWithholding(blocks)
        .allowing(server.all("private-domain").toArray(String[]::new));
  }

  /** A server that the scenario names is meant to be asked, wherever it stands. */
  private Set<String> configuredAddresses() {
    return scenario.config().clauses().stream()
        .flatMap(clause -> clause.settings().stream())
        .filter(setting -> setting.key().matches("(stub|forward)-addr"))
        .map(setting -> setting.value().split("[@#]", 2)[0])
        .collect(Collectors.toSet());
  }

  private CacheOptions cache() throws MissingFeatureException {
    CacheOptions.Builder options = CacheOptions.DEFAULT.toBuilder();
    Features features = Features.of(scenario);
    long least = Setting.number("min_ttl", features.value("min_ttl").orElse("0"));
    long most = Setting.number("max_ttl", features.value("max_ttl").orElse("86400"));
    TtlRange ttl = range("cache-min-ttl", "cache-max-ttl", Math.max(least, most));
    options.ttl(new TtlRange(Math.max(least, ttl.leastSeconds()), ttl.mostSeconds()));
    options.negativeTtl(range("cache-min-negative-ttl", "cache-max-negative-ttl", 3_600));
    options.serveStale(serveStale());
    options.prefetch(isOn("prefetch") ? Prefetch.LAST_TENTH : Prefetch.OFF);
    options.shownTtl(isOn("serve-original-ttl") ? ShownTtl.ORIGINAL : ShownTtl.REMAINING);
    options.denialReach(isOn("harden-below-nxdomain") ? DenialReach.SUBTREE : DenialReach.NAME);
    return options.build();
  }

  private TtlRange range(String least, String most, long standard) throws MissingFeatureException {
    long lower = number(least, 0);
    long upper = number(most, standard);
    return new TtlRange(lower, Math.max(lower, upper));
  }

  private ServeStale serveStale() throws MissingFeatureException {
    if (!isOn("serve-expired")) {
      return ServeStale.OFF;
    }
    long age = number("serve-expired-ttl", UNBOUND_STALE_AGE.toSeconds());
    ServeStale stale =
        new ServeStale(
            age == 0 ? Duration.ofDays(365) : Duration.ofSeconds(age),
            Duration.ofSeconds(number("serve-expired-reply-ttl", UNBOUND_STALE_TTL.toSeconds())),
            Duration.ofMillis(
                number("serve-expired-client-timeout", UNBOUND_STALE_TIMEOUT.toMillis())),
            ServeStale.OnFailure.AGES_ON);
    return isOn("serve-expired-ttl-reset")
        ? stale.withOnFailure(ServeStale.OnFailure.AGES_ANEW)
        : stale;
  }

  private ResolverLimits limits() throws MissingFeatureException {
    ResolverLimits.Builder limits = ResolverLimits.DEFAULT.toBuilder();
    limits.maxTtlSeconds(Math.max(86_400, number("cache-max-ttl", 86_400)));
    limits.maxNegativeTtlSeconds(Math.max(3_600, number("cache-max-negative-ttl", 3_600)));
    if (server.last("max-global-quota").isPresent()) {
      limits.sends(Math.toIntExact(number("max-global-quota", 0)));
    }
    if (server.last("max-query-restarts").isPresent()) {
      limits.aliases(Math.toIntExact(number("max-query-restarts", 0)));
    }
    if (server.last("outbound-msg-retry").isPresent()) {
      limits.sendsPerServer(1 + Math.toIntExact(number("outbound-msg-retry", 0)));
    }
    if (server.last("iter-scrub-ns").isPresent()) {
      limits.nameServers(Math.toIntExact(number("iter-scrub-ns", 0)));
    }
    return limits.build();
  }

  private boolean isOn(String key) {
    return server.last(key).filter(Setting::isYes).isPresent();
  }

  private long number(String key, long standard) throws MissingFeatureException {
    String value = server.last(key).orElse("");
    return value.isEmpty() ? standard : Setting.number(key, value);
  }
}
