// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.delegation.DelegationFinder;
import dev.leafward.resolver.delegation.RootServers;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.response.Classifier;
import dev.leafward.resolver.response.Scrubber;
import dev.leafward.resolver.servers.ServerSelector;
import dev.leafward.wire.name.DomainName;

/** The sources of a recursive resolver: iteration from the root, and what routes put before it. */
public final class RecursiveSources extends Sources {

  private final RootServers roots;
  private final ServerSelector selector;
  private final Exchanger exchanger;
  private final QnameMinimisation minimisation;
  private final Routes routes;

  /**
   * Sources.
   *
   * @param roots where iteration begins
   * @param selector which server to ask
   * @param exchanger how to ask it
   * @param minimisation how much of a name to show
   * @param routes where names are resolved that are not resolved by iteration from the root
   */
  public RecursiveSources(
      RootServers roots,
      ServerSelector selector,
      Exchanger exchanger,
      QnameMinimisation minimisation,
      Routes routes) {
    this.roots = roots;
    this.selector = selector;
    this.exchanger = exchanger;
    this.minimisation = minimisation;
    this.routes = routes;
  }

  @Override
  Router router(Workings workings) {
    Hops hops = hops(workings);
    RouteFactory factory = new RouteFactory(hops, zone -> priming(zone, workings));
    return new Router(
        routes.localZones(),
        factory.routes(routes),
        (question, context) -> new Iteration(hops, question, context).run());
  }

  private Hops hops(Workings workings) {
    DelegationFinder delegations = new DelegationFinder(workings.cache(), roots, workings.limits());
    return new Hops(
        delegations,
        priming(DomainName.ROOT, workings),
        selector,
        new ZonePlaces(workings.limits().questionsPerZone()),
        new NameServerAddresses(delegations, workings.chase()),
        new QnameMinimiser(minimisation, workings.cache()),
        exchanger,
        new Scrubber(workings.limits()),
        new Classifier(workings.limits()),
        workings.cache(),
        workings.limits());
  }

  private static Priming priming(DomainName zone, Workings workings) {
    return new Priming(zone, workings.cache(), workings.time(), workings.lookUp());
  }
}
