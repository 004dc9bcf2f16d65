// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.delegation.DelegationFinder;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.response.Classifier;
import dev.leafward.resolver.response.Scrubber;
import dev.leafward.resolver.servers.ServerSelector;

/** What the iteration calls on its way: none of them knows another, or the iteration. */
record Hops(
    DelegationFinder delegations,
    Priming priming,
    ServerSelector selector,
    ZonePlaces places,
    NameServerAddresses addresses,
    QnameMinimiser minimiser,
    Exchanger exchanger,
    Scrubber scrubber,
    Classifier classifier,
    RRsetCache cache,
    ResolverLimits limits) {

  /** These hops with another selector. */
  Hops with(ServerSelector other) {
    return new Hops(
        delegations,
        priming,
        other,
        places,
        addresses,
        minimiser,
        exchanger,
        scrubber,
        classifier,
        cache,
        limits);
  }

  /** These hops on another floor. */
  Hops with(
      DelegationFinder otherDelegations,
      Priming otherPriming,
      Exchanger otherExchanger,
      Scrubber otherScrubber) {
    return new Hops(
        otherDelegations,
        otherPriming,
        selector,
        places,
        addresses,
        minimiser,
        otherExchanger,
        otherScrubber,
        classifier,
        cache,
        limits);
  }
}
