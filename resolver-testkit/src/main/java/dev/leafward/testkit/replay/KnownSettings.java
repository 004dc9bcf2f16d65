// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Clause;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Setting;
import java.util.Arrays;
import java.util.Set;

/**
 * Knows which settings a resolver of this library has, or need not have to run a scenario: what is
 * neither is a missing feature.
 */
final class KnownSettings {

  /** They mean something to the resolver, see the classes that map them. */
  private static final Set<String> MAPPED =
      Set.of(
          "stub-addr",
          "stub-name",
          "do-ip4",
          "do-ip6",
          "qname-minimisation",
          "qname-minimisation-strict",
          "query-minimization",
          "root-hints",
          "forward-addr",
          "do-not-query-localhost",
          "do-not-query-address",
          "private-address",
          "private-domain",
          "local-zone",
          "local-data",
          "local-data-ptr",
          "tcp-upstream",
          "outbound-msg-retry",
          "max-query-restarts",
          "max-global-quota",
          "iter-scrub-ns",
          "cache-max-ttl",
          "cache-min-ttl",
          "cache-max-negative-ttl",
          "cache-min-negative-ttl",
          "prefetch",
          "serve-expired",
          "serve-expired-ttl",
          "serve-expired-reply-ttl",
          "serve-expired-client-timeout",
          "serve-expired-ttl-reset",
          "serve-original-ttl",
          "harden-below-nxdomain",
          "val-override-date",
          "val-override-timestamp");

  /** They change only what is shown, or when extra queries are sent, or how another's inside is. */
  private static final Set<String> WITHOUT_COUNTERPART =
      Set.of(
          "target-fetch-policy",
          "harden-referral-path",
          "harden-unverified-glue",
          "harden-unknown-additional",
          "harden-glue",
          "trust-anchor-signaling",
          "root-key-sentinel",
          "rrset-roundrobin",
          "minimal-responses",
          "iter-scrub-promiscuous",
          "disable-edns-do",
          "access-control",
          "ede",
          "ede-serve-expired",
          "msg-cache-size",
          "rrset-cache-size",
          "key-cache-size",
          "neg-cache-size",
          "infra-host-ttl",
          "infra-cache-min-rtt",
          "discard-timeout",
          "num-queries-per-thread",
          "num-threads",
          "verbosity",
          "val-log-level",
          "hide-identity",
          "hide-version",
          "identity",
          "version",
          "prefetch-key",
          "directory",
          "chroot",
          "username",
          "pidfile",
          "force-ipv6",
          "features");

  /** They say how data is validated. What is expected of validation is left out of comparisons. */
  private static final Set<String> VALIDATION =
      Set.of(
          "trust-anchor",
          "domain-insecure",
          "fake-sha1",
          "fake-dsa",
          "harden-dnssec-stripped",
          "harden-algo-downgrade",
          "val-max-restart",
          "val-nsec3-keysize-iterations",
          "val-permissive-mode",
          "val-clean-additional",
          "val-sig-skew-min",
          "val-sig-skew-max",
          "val-bogus-ttl",
          "aggressive-nsec");

  private static final Set<String> CLAUSES = Set.of("server", "stub-zone", "forward-zone");

  /** {@code workarounds} tell another resolver how to bear with scenarios. */
  private static final Set<String> FEATURES =
      Set.of("min_ttl", "max_ttl", "static_hint_name", "static_hint_addr", "workarounds");

  private static final Set<String> MODULES = Set.of("validator", "iterator");

  private KnownSettings() {}

  /** Checks all settings of a scenario. */
  static void check(Scenario scenario) throws MissingFeatureException {
    for (Clause clause : scenario.config().clauses()) {
      if (!CLAUSES.contains(clause.name())) {
        throw new MissingFeatureException("the clause " + clause.name());
      }
    }
    for (Setting setting : scenario.config().server().settings()) {
      check(setting);
    }
    for (String feature : Features.of(scenario).all().keySet()) {
      if (!FEATURES.contains(feature)) {
        throw new MissingFeatureException("the feature " + feature);
      }
    }
  }

  private static void check(Setting setting) throws MissingFeatureException {
    String key = setting.key();
    if (key.equals("module-config")) {
      for (String module : Arrays.asList(setting.value().split("\\s+"))) {
        if (!MODULES.contains(module)) {
          throw new MissingFeatureException("the module " + module);
        }
      }
    } else if (key.equals("auto-trust-anchor-file")) {
      throw new MissingFeatureException("automated trust anchors (RFC 5011)");
    } else if (!MAPPED.contains(key)
        && !WITHOUT_COUNTERPART.contains(key)
        && !VALIDATION.contains(key)
        && !key.startsWith("log-")) {
      throw new MissingFeatureException("the setting " + key);
    }
  }
}
