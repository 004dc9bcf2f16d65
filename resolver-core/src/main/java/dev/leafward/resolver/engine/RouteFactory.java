// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.RouteOption;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.SpecialNetworks;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.config.UpstreamZone;
import dev.leafward.resolver.delegation.DelegationFinder;
import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.exchange.ExchangeOptions;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.response.Scrubber;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the sources of configured routes, once, when a resolver is built.
 *
 * <p>A forward zone gets an exchanger that sets RD, a stub zone a floor of its own for iteration to
 * stand on. Both may ask the very addresses that were configured, wherever those are: what somebody
 * wrote into a configuration is no stranger's word. Whoever has a server in a private network there
 * has others there too, which delegations name; and whoever gives a server by name does not say
 * where it is.
 */
final class RouteFactory {

  private final Hops hops;
  private final Function<DomainName, Priming> primings;

  /**
   * A factory.
   *
   * @param hops the hops of iteration from the root
   * @param primings makes the priming of a zone
   */
  RouteFactory(Hops hops, Function<DomainName, Priming> primings) {
    this.hops = hops;
    this.primings = primings;
  }

  /** The routes, those that are preferred at the same name first. */
  List<Route> routes(Routes routes) {
    List<Route> made = new ArrayList<>();
    routes.forwardZones().forEach(zone -> made.add(Route.of(zone, forwarding(zone))));
    routes.stubZones().forEach(zone -> made.add(Route.of(zone, iteration(zone))));
    return made;
  }

  private Source forwarding(ForwardZone zone) {
    Hops own =
        hops.with(hops.selector().alsoAllowing(askable(zone)))
            .with(
                hops.delegations(),
                hops.priming(),
                hops.exchanger(),
                Scrubber.ofForwarders(hops.limits()));
    ZoneCut forwarders = cut(zone);
    Exchanger exchanger = exchanger(zone).with(ExchangeOptions::desiringRecursion);
    return (question, context) ->
        new Forwarding(own, forwarders, exchanger, question, context).run();
  }

  private Source iteration(StubZone zone) {
    boolean primed = zone.has(RouteOption.PRIMED);
    DelegationFinder delegations =
        primed
            ? DelegationFinder.onHints(hops.cache(), cut(zone), hops.limits())
            : DelegationFinder.on(hops.cache(), cut(zone), hops.limits());
    Hops own =
        hops.with(hops.selector().alsoAllowing(askable(zone)))
            .with(
                delegations,
                primed ? primings.apply(zone.zone()) : hops.priming(),
                exchanger(zone),
                new Scrubber(hops.limits(), zone.zone()));
    return (question, context) -> new Iteration(own, question, context).run();
  }

  private Exchanger exchanger(UpstreamZone zone) {
    return zone.has(RouteOption.TCP_ONLY)
        ? hops.exchanger().with(ExchangeOptions::overTcpOnly)
        : hops.exchanger();
  }

  private static Predicate<InetAddress> askable(UpstreamZone zone) {
    Set<InetAddress> configured =
        zone.servers().stream().map(UpstreamServer::address).collect(Collectors.toSet());
    boolean isPrivate =
        !zone.hosts().isEmpty() || configured.stream().anyMatch(SpecialNetworks.PRIVATE);
    Predicate<InetAddress> exactly = configured::contains;
    return isPrivate ? exactly.or(SpecialNetworks.PRIVATE) : exactly;
  }

  /** The servers of a zone: those without a name of their own go by that of the zone. */
  private static ZoneCut cut(UpstreamZone zone) {
    List<NameServer> servers = new ArrayList<>();
    for (UpstreamServer server : zone.servers()) {
      servers.add(new NameServer(zone.zone(), List.of(server.address()), server.port()));
    }
    zone.hosts().forEach(host -> servers.add(new NameServer(host, List.of())));
    return new ZoneCut(zone.zone(), servers);
  }
}
