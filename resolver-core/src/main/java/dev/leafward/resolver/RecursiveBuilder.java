// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.config.UdpSockets;
import dev.leafward.resolver.delegation.RootServers;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.resolver.exchange.ExchangeOptions;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.exchange.QueryFactory;
import dev.leafward.resolver.net.PooledUdpTransport;
import dev.leafward.resolver.net.RoutedTransport;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.net.TcpTransport;
import dev.leafward.resolver.net.UdpTransport;
import dev.leafward.resolver.servers.AddressPolicy;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.servers.ServerSelector;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.roothints.RootHints;
import dev.leafward.wire.io.TextFormatException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds a resolver that asks the authorities itself. Everything has a default: without a call it
 * starts at IANA's root servers, over real sockets, within {@link ResolverLimits#DEFAULT}.
 */
public final class RecursiveBuilder {

  private RootServers roots;
  private ResolverLimits limits = ResolverLimits.DEFAULT;
  private QnameMinimisation minimisation = QnameMinimisation.RELAXED;
  private CacheOptions cacheOptions = CacheOptions.DEFAULT;
  private ExchangeOptions options = ExchangeOptions.DEFAULT;
  private AddressPolicy addressPolicy = AddressPolicy.standard();
  private UnaryOperator<InetSocketAddress> route = UnaryOperator.identity();
  private UnaryOperator<Transport> around = UnaryOperator.identity();
  private ResolutionListener listener = ResolutionListener.SILENT;
  private UdpSockets udpSockets = UdpSockets.FRESH;
  private Time time = new SystemTime();
  private Routes routes = Routes.NONE;
  private RebindingProtection rebindingProtection = RebindingProtection.OFF;
  private SpecialNames specialNames = SpecialNames.standard();
  private @Nullable Duration deadline;
  private @Nullable RandomGenerator random;
  private @Nullable Transport udp;
  private @Nullable Transport tcp;
  private @Nullable Executor executor;

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

  /** The bounds that the resolver keeps. Default: {@link ResolverLimits#DEFAULT}. */
  public RecursiveBuilder limits(ResolverLimits bounds) {
    limits = bounds;
    return this;
  }

  /** How the cache treats what it is given. Default: {@link CacheOptions#DEFAULT}. */
  public RecursiveBuilder cache(CacheOptions how) {
    cacheOptions = how;
    return this;
  }

  /**
   * The time that one question may take where the caller names none, whatever the limits say.
   * Default: that of the limits, 7 seconds.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public RecursiveBuilder deadline(Duration deadline) {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("the deadline must be positive, not " + deadline);
    }
    this.deadline = deadline;
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
   * Sends what is meant for one address to another, as the last thing before the socket: for tests
   * whose servers live on loopback. Default: the address itself.
   */
  public RecursiveBuilder route(UnaryOperator<InetSocketAddress> toReal) {
    route = toReal;
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
   * Where the machine's sockets for datagrams come from. Default: {@link UdpSockets#FRESH}. Of no
   * effect on a network set by {@link #udp}.
   */
  public RecursiveBuilder udpSockets(UdpSockets kind) {
    udpSockets = kind;
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

  /** Hears the steps of every question for which the caller names no listener of its own. */
  public RecursiveBuilder listener(ResolutionListener hears) {
    listener = hears;
    return this;
  }

  /** The network for datagrams. Default: the machine's. */
  public RecursiveBuilder udp(Transport transport) {
    udp = transport;
    return this;
  }

  /** The network for streams. Default: the machine's. */
  public RecursiveBuilder tcp(Transport transport) {
    tcp = transport;
    return this;
  }

  /**
   * Puts something around the networks for datagrams and for streams, such as a counter or a brake.
   * It sees the servers' addresses as the resolver does, before {@link #route}. Default: nothing.
   */
  public RecursiveBuilder aroundTransports(UnaryOperator<Transport> wrapper) {
    around = wrapper;
    return this;
  }

  /** The clocks. Default: the machine's. */
  public RecursiveBuilder time(Time clocks) {
    time = clocks;
    return this;
  }

  /**
   * Where message IDs and the choice among servers come from. Default: a {@link SecureRandom}. A
   * generator that outsiders can predict makes forged replies easy: leave it alone outside of
   * simulations.
   */
  public RecursiveBuilder random(RandomGenerator generator) {
    random = generator;
    return this;
  }

  /**
   * What runs the work that no caller's own thread does: asynchronous lookups, and what goes on
   * when its caller has left. It must not make one task wait for another; {@code Runnable::run}
   * serves a single thread. Default: a virtual thread for each task.
   */
  public RecursiveBuilder executor(Executor tasks) {
    executor = tasks;
    return this;
  }

  /**
   * The resolver. A builder may build several; they share nothing but what was given to the
   * builder, which must then be safe for use by several threads.
   */
  public Resolver build() {
    RandomGenerator generator = random != null ? random : new SecureRandom();
    ServerBook book = new ServerBook(time, generator, limits.serversRemembered());
    List<Runnable> atClose = new ArrayList<>();
    Exchanger exchanger =
        new Exchanger(
            routed(udp != null ? udp : datagrams(atClose)),
            routed(tcp != null ? tcp : streams(atClose)),
            new QueryFactory(generator),
            book,
            limits,
            time,
            options);
    ServerSelector selector =
        new ServerSelector(book, addressPolicy.alsoAllowing(hinted()::contains), generator);
    if (executor != null) {
      return resolver(selector, exchanger, executor, atClose);
    }
    ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
    atClose.addFirst(own::shutdownNow);
    return resolver(selector, exchanger, own, atClose);
  }

  /** The machine's datagrams. They open nothing before they are used. */
  private Transport datagrams(List<Runnable> atClose) {
    if (udpSockets == UdpSockets.FRESH) {
      return new UdpTransport(time);
    }
    PooledUdpTransport pool = new PooledUdpTransport(time, limits.udpSockets());
    atClose.add(pool::close);
    return pool;
  }

  /** The machine's streams, alike. */
  private Transport streams(List<Runnable> atClose) {
    TcpTransport connections = new TcpTransport(time, limits);
    atClose.add(connections::close);
    return connections;
  }

  private Set<InetAddress> hinted() {
    return roots.cut().nameServers().stream()
        .flatMap(server -> server.addresses().stream())
        .collect(Collectors.toSet());
  }

  private Transport routed(Transport transport) {
    return around.apply(new RoutedTransport(transport, route));
  }

  private Resolver resolver(
      ServerSelector selector, Exchanger exchanger, Executor tasks, List<Runnable> atClose) {
    ResolverLimits bounds =
        deadline == null ? limits : limits.toBuilder().deadline(deadline).build();
    Engine engine =
        new Engine(
            bounds,
            cacheOptions,
            time,
            new SecureRandom(),
            roots,
            selector,
            exchanger,
            minimisation,
            routes.withDefaults(specialNames),
            rebindingProtection,
            tasks);
    return new RecursiveResolver(
        engine, bounds.deadline(), tasks, listener, () -> atClose.forEach(Runnable::run));
  }
}
