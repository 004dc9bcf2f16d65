// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.system.NsSwitch;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of hosts and the names of addresses, as a program wants them: what {@code
 * getaddrinfo} and {@code getnameinfo} do, over any {@link Resolver}.
 *
 * <pre>{@code
 * HostResolver hosts =
 *     HostResolver.over(resolver).configuration(ConfigurationSource.ofThisMachine()).build();
 * for (InetAddress address : hosts.lookup("www.example.com").addresses()) { ... }
 * }</pre>
 *
 * <p>An address given as text is that address, and {@code localhost} and all names below it are the
 * loopback addresses (RFC 6761 section 6.3): neither is ever asked of the DNS. All else is looked
 * for where the configuration says, in its order, such as in the hosts file and in the DNS.
 * Addresses come in the order of RFC 6724, and carry the text that was looked up as their host
 * name.
 *
 * <p>It is used by many threads, and holds nothing: closing the resolver is left to whoever made
 * it. The blocking methods may be called on virtual threads; interrupting the caller ends its wait
 * with a {@link ResolutionException}, the thread's interrupt status kept.
 */
public final class HostResolver {

  private final Resolver resolver;
  private final Supplier<HostSettings> settings;
  private final AddressFamilies families;
  private final LocalNetwork network;
  private final Time time;
  private final Executor executor;

  HostResolver(
      Resolver resolver,
      Supplier<HostSettings> settings,
      AddressFamilies families,
      LocalNetwork network,
      Time time,
      Executor executor) {
    this.resolver = resolver;
    this.settings = settings;
    this.families = families;
    this.network = network;
    this.time = time;
    this.executor = executor;
  }

  /** Begins a host resolver that asks the DNS by a resolver. */
  public static HostResolverBuilder over(Resolver resolver) {
    return new HostResolverBuilder(resolver);
  }

  /**
   * Finds the addresses of a host, of the families that were given to the builder.
   *
   * @param host a name, or an address as text; nothing that is neither is an error, but no such
   *     host
   * @throws ResolutionException if it cannot be found out
   */
  public HostAnswer lookup(String host) throws ResolutionException {
    return lookup(host, families);
  }

  /**
   * Finds the addresses of a host. Every question that it takes to the DNS has the resolver's own
   * deadline.
   *
   * @param host as in {@link #lookup(String)}
   * @param wanted the families of addresses to look for
   * @throws ResolutionException if it cannot be found out
   */
  public HostAnswer lookup(String host, AddressFamilies wanted) throws ResolutionException {
    return find(host, wanted, null);
  }

  /**
   * Finds the addresses of a host.
   *
   * @param host as in {@link #lookup(String)}
   * @param wanted the families of addresses to look for
   * @param deadline the time that it may take in all
   * @throws ResolutionException if it cannot be found out
   */
  public HostAnswer lookup(String host, AddressFamilies wanted, Duration deadline)
      throws ResolutionException {
    return find(host, wanted, deadline);
  }

  /**
   * Finds the names of an address, within the resolver's own deadline.
   *
   * @throws ResolutionException if they cannot be found out
   */
  public AddressNames lookup(InetAddress address) throws ResolutionException {
    return find(address, null);
  }

  /**
   * Finds the names of an address.
   *
   * @param deadline the time that it may take
   * @throws ResolutionException if they cannot be found out
   */
  public AddressNames lookup(InetAddress address, Duration deadline) throws ResolutionException {
    return find(address, deadline);
  }

  /**
   * As {@link #lookup(String, AddressFamilies)} without waiting.
   *
   * @return a future that fails with a {@link ResolutionException} if it cannot be found out; to
   *     cancel it ends the work
   */
  public CompletableFuture<HostAnswer> lookupAsync(String host, AddressFamilies wanted) {
    return Background.call(executor, () -> lookup(host, wanted));
  }

  /** As {@link #lookupAsync(String, AddressFamilies)}, of the families given to the builder. */
  public CompletableFuture<HostAnswer> lookupAsync(String host) {
    return lookupAsync(host, families);
  }

  /**
   * As {@link #lookup(InetAddress)} without waiting.
   *
   * @return a future that fails with a {@link ResolutionException} if they cannot be found out; to
   *     cancel it ends the work
   */
  public CompletableFuture<AddressNames> lookupAsync(InetAddress address) {
    return Background.call(executor, () -> lookup(address));
  }

  /**
   * Watches the addresses of a host, of the families that were given to the builder.
   *
   * @param host as in {@link #lookup(String)}
   * @return begins to work when it is subscribed to
   */
  public AddressWatch watch(String host) {
    return AddressWatch.of(this, host);
  }

  /**
   * Puts addresses in the order in which {@link #lookup} has them, and says why: so for addresses
   * that came from elsewhere, or to explain the order of those that came from here.
   */
  public List<DestinationOrder.Ranked> rank(List<InetAddress> addresses) {
    return new DestinationOrder(settings.get().policies(), network).rank(addresses);
  }

  /** Addresses from elsewhere as {@link #lookup(String)} would have them: families and order. */
  List<InetAddress> inOrder(List<InetAddress> addresses) {
    List<InetAddress> sorted =
        families.settlesOrderOf(addresses)
            ? addresses
            : rank(addresses).stream().map(DestinationOrder.Ranked::destination).toList();
    return families.arrange(sorted, Function.identity());
  }

  /** By what the DNS is asked. */
  Resolver resolver() {
    return resolver;
  }

  /** The families that are looked for where the caller names none. */
  AddressFamilies families() {
    return families;
  }

  /** The clock, and the waiting by it. */
  Time time() {
    return time;
  }

  /** Runs what is asked for without waiting. */
  Executor executor() {
    return executor;
  }

  private HostAnswer find(String host, AddressFamilies wanted, @Nullable Duration allowed)
      throws ResolutionException {
    HostSettings current = settings.get();
    Optional<HostAnswer> special = new SpecialHosts(current.hosts(), network).lookup(host, wanted);
    HostAnswer answer =
        special.isPresent() ? special.get() : places(current, allowed).addresses(host, wanted);
    return answer instanceof HostAnswer.Addresses addresses
        ? ordered(addresses, wanted, current)
        : answer;
  }

  private AddressNames find(InetAddress address, @Nullable Duration allowed)
      throws ResolutionException {
    HostSettings current = settings.get();
    return address.isLoopbackAddress()
        ? new SpecialHosts(current.hosts(), network).names(address)
        : places(current, allowed).names(address);
  }

  private HostSwitch places(HostSettings current, @Nullable Duration allowed) {
    Inquiries inquiries = new Inquiries(resolver, time, allowed);
    return new HostSwitch(
        current.order(),
        Map.of(
            NsSwitch.FILES, new FilesService(current.hosts()),
            NsSwitch.DNS, new DnsService(inquiries, current.search(), current.flags()),
            NsSwitch.MYHOSTNAME, new OwnNameService(current.hostName(), network)));
  }

  private HostAnswer ordered(
      HostAnswer.Addresses answer, AddressFamilies wanted, HostSettings current) {
    Map<InetAddress, HostAddress> distinct = new LinkedHashMap<>();
    answer.entries().forEach(each -> distinct.putIfAbsent(each.address(), each));
    DestinationOrder order = new DestinationOrder(current.policies(), network);
    List<HostAddress> sorted =
        wanted.settlesOrderOf(distinct.keySet())
            ? List.copyOf(distinct.values())
            : order.sort(List.copyOf(distinct.keySet())).stream().map(distinct::get).toList();
    return new HostAnswer.Addresses(
        answer.host(),
        answer.canonicalName(),
        wanted.arrange(sorted, HostAddress::address),
        answer.ttl(),
        answer.isStale(),
        answer.steps());
  }
}
