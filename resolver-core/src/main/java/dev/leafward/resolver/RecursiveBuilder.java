// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.delegation.RootServers;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.resolver.engine.RecursiveSources;
import dev.leafward.resolver.exchange.ExchangeOptions;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.exchange.QueryFactory;
import dev.leafward.resolver.servers.AddressPolicy;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.servers.ServerSelector;
import dev.leafward.roothints.RootHints;
import dev.leafward.wire.io.TextFormatException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Builds a resolver that asks the authorities itself. Everything has a default: without a call it
 * starts at IANA's root servers, over real sockets, within {@link ResolverLimits#DEFAULT}.
 */
public final class RecursiveBuilder extends ResolverBuilder<RecursiveBuilder> {

  private RootServers roots;
  private QnameMinimisation minimisation = QnameMinimisation.RELAXED;
  private ExchangeOptions options = ExchangeOptions.DEFAULT;
  private AddressPolicy addressPolicy = AddressPolicy.standard();
  private Routes routes = Routes.NONE;
  private RebindingProtection rebindingProtection = RebindingProtection.OFF;
  private SpecialNames specialNames = SpecialNames.standard();

  RecursiveBuilder() {
    try {
      roots = RootServers.fromHints(RootHints.namedRoot());
    } catch (TextFormatException e) {
      throw new IllegalStateException("the bundled root hints cannot be read", e);
    }
  }

  /**
   * Where to begin, in the form of IANA's {@code named.root}: NS records of the root and the
   * addresses of their targets. Default: the bundled hints.
   *
   * @throws TextFormatException if the text cannot be read, or names no server with an address
   */
  public RecursiveBuilder hints(String namedRoot) throws TextFormatException {
    roots = RootServers.fromHints(namedRoot);
    return this;
  }

  /**
   * The size of UDP reply to ask for, in octets: 512 to 4096. Default: 1232, which is not
   * fragmented (RFC 9715).
   */
  public RecursiveBuilder ednsPayloadSize(int octets) {
    options = options.withUdpPayloadSize(octets);
    return this;
  }

  /** Sends no EDNS option (RFC 6891): replies over 512 octets then come by TCP. */
  public RecursiveBuilder withoutEdns() {
    options = options.withoutEdns();
    return this;
  }

  /** Asks for DNSSEC records too, by the DO bit (RFC 3225). They are not validated yet. */
  public RecursiveBuilder requestDnssecRecords() {
    options = options.requestingDnssecRecords();
    return this;
  }

  /**
   * How much of a name the servers on the way to its answer get to see (RFC 9156). Default: {@link
   * QnameMinimisation#RELAXED}.
   */
  public RecursiveBuilder qnameMinimisation(QnameMinimisation mode) {
    minimisation = mode;
    return this;
  }

  /**
   * Sends no cookies (RFC 7873), and checks none. Default: a cookie of 8 octets with each query; a
   * reply over UDP of a server that has sent one back before must have one, and whoever cannot see
   * our queries cannot forge it.
   */
  public RecursiveBuilder withoutCookies() {
    options = options.withoutCookies();
    return this;
  }

  /**
   * Writes each letter of a question's name in upper or lower case by chance, and expects the same
   * of the reply over UDP (draft-vixie-dnsext-dns0x20), which makes it harder to forge; a server
   * that does not keep the case is asked over TCP once. Answers have the case of the question, as
   * otherwise. Default: the case is left alone.
   */
  public RecursiveBuilder mixCase() {
    options = options.mixingCase();
    return this;
  }

  /** Asks over TCP only. */
  public RecursiveBuilder tcpOnly() {
    options = options.overTcpOnly();
    return this;
  }

  /**
   * Also asks servers at these addresses, though they are in {@link
   * dev.leafward.resolver.config.SpecialNetworks}, where no public name server is: in {@code
   * SpecialNetworks.PRIVATE}, say. Default: none, but for the addresses that hints and routes name.
   */
  public RecursiveBuilder allowAddresses(Predicate<InetAddress> allowed) {
    addressPolicy = addressPolicy.alsoAllowing(allowed);
    return this;
  }

  /**
   * Never asks servers at these addresses, whatever else allows it: an {@link
   * dev.leafward.resolver.config.AddressBlock}, say. Default: none.
   */
  public RecursiveBuilder neverAsk(Predicate<InetAddress> forbidden) {
    addressPolicy = addressPolicy.alsoForbidding(forbidden);
    return this;
  }

  /**
   * Where names are resolved that are not resolved by iteration from the root: forward zones, stub
   * zones and local data. Default: {@link Routes#NONE}.
   */
  public RecursiveBuilder routes(Routes configured) {
    routes = configured;
    return this;
  }

  /**
   * The names that are answered on the spot because the DNS of the Internet knows nothing of them,
   * such as {@code localhost.} and {@code 10.in-addr.arpa.}. A route at the same name, or below,
   * wins over them. Default: {@link SpecialNames#standard()}.
   */
  public RecursiveBuilder specialNames(SpecialNames names) {
    specialNames = names;
    return this;
  }

  /**
   * Which addresses names of the Internet may not have in answers. Default: {@link
   * RebindingProtection#OFF}.
   */
  public RecursiveBuilder rebindingProtection(RebindingProtection protection) {
    rebindingProtection = protection;
    return this;
  }

  @Override
  RecursiveBuilder self() {
    return this;
  }

  @Override
  Resolver build(Ground ground) {
    ServerBook book =
        new ServerBook(ground.time(), ground.random(), ground.limits().serversRemembered());
    Exchanger exchanger =
        new Exchanger(
            ground.udp(),
            ground.tcp(),
            new QueryFactory(ground.random()),
            book,
            ground.limits(),
            ground.time(),
            options);
    ServerSelector selector =
        new ServerSelector(book, addressPolicy.alsoAllowing(hinted()::contains), ground.random());
    Engine engine =
        new Engine(
            ground.limits(),
            ground.cacheOptions(),
            ground.time(),
            new SecureRandom(),
            new RecursiveSources(
                roots, selector, exchanger, minimisation, routes.withDefaults(specialNames)),
            rebindingProtection,
            ground.tasks());
    return new EngineResolver(engine, ground.limits()::deadline, ground);
  }

  private Set<InetAddress> hinted() {
    return roots.cut().nameServers().stream()
        .flatMap(server -> server.addresses().stream())
        .collect(Collectors.toSet());
  }
}
