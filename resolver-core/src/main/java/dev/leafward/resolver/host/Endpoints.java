// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CharacterString;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.ServiceBinding;
import dev.leafward.wire.rdata.SvcParam;
import dev.leafward.wire.rdata.SvcParamKey;
import dev.leafward.wire.rdata.SvcParams;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Finds the endpoints of a service by its HTTPS or SVCB records: target, port, protocols and
 * addresses, in the order in which to try them.
 *
 * <p>RFC 9460 section 3, as a client does for which the records are optional: first the endpoints
 * of the records in ServiceMode, by priority, those of the same by chance; then the name that
 * aliases led to, if any did; at the end the service's own host and port. A record is passed over
 * if a mandatory key is not understood (section 8), or its parameters contradict each other
 * (section 2.4.3). The targets are looked up side by side: the first {@link ServiceLimits#hosts}
 * that records name, and the hosts to do without records. So many of a record's hints count, too.
 *
 * <p>What {@code ech} and other parameters mean is for the program; it finds them in {@link
 * Endpoint#params}. Which of the protocols it speaks is for the program, too.
 */
public final class Endpoints {

  private static final int HTTPS_PORT = 443;
  private static final List<String> HTTPS_DEFAULT_ALPN = List.of("http/1.1");
  private static final int AFTER_ALL_RECORDS = 0x10000;

  private static final Set<SvcParamKey> UNDERSTOOD =
      Set.of(
          SvcParamKey.ALPN,
          SvcParamKey.NO_DEFAULT_ALPN,
          SvcParamKey.PORT,
          SvcParamKey.IPV4HINT,
          SvcParamKey.IPV6HINT);

  private final HostResolver hosts;
  private final RandomGenerator random;
  private final ServiceLimits limits;
  private final Set<SvcParamKey> understood;

  private Endpoints(
      HostResolver hosts,
      RandomGenerator random,
      ServiceLimits limits,
      Set<SvcParamKey> understood) {
    this.hosts = hosts;
    this.random = random;
    this.limits = limits;
    this.understood = understood;
  }

  /**
   * Finds endpoints by the resolver that hosts are found by, and the hosts by itself.
   *
   * @param random chooses among records of one priority; used by all threads that call
   */
  public static Endpoints over(HostResolver hosts, RandomGenerator random) {
    return over(hosts, random, ServiceLimits.DEFAULT);
  }

  /** As {@link #over(HostResolver, RandomGenerator)}, with bounds of one's own. */
  public static Endpoints over(HostResolver hosts, RandomGenerator random, ServiceLimits limits) {
    return new Endpoints(hosts, random, limits, UNDERSTOOD);
  }

  /**
   * The same for a program that understands more keys, such as {@code ech}: a record that has them
   * as mandatory is not passed over then. Understood here are {@code alpn}, {@code
   * no-default-alpn}, {@code port}, {@code ipv4hint} and {@code ipv6hint}.
   */
  public Endpoints understanding(SvcParamKey... more) {
    Set<SvcParamKey> all = new HashSet<>(understood);
    Collections.addAll(all, more);
    return new Endpoints(hosts, random, limits, Set.copyOf(all));
  }

  /**
   * Finds the endpoints of {@code https://host}.
   *
   * @throws ResolutionException as {@link #https(String, int)} does
   */
  public EndpointAnswer https(String host) throws ResolutionException {
    return https(host, HTTPS_PORT);
  }

  /**
   * Finds the endpoints of {@code https://host:port}. The records stand at the host itself, or for
   * another port than 443 at a name such as {@code _8443._https.www.example.com} (RFC 9460 section
   * 9.1).
   *
   * @param host the URI's host, always absolute; for an address, which stands here without
   *     brackets, and for {@code localhost} the DNS is not asked
   * @throws dev.leafward.wire.name.InvalidNameException if it is no name
   * @throws ResolutionException if the thread is interrupted or the resolver is closed; anything
   *     else that cannot be found out is in the answer
   */
  public EndpointAnswer https(String host, int port) throws ResolutionException {
    if (HostText.isAddressOfAKind(host) || HostText.isLocalhost(host)) {
      return withoutRecords(host, port);
    }
    DomainName name = DomainName.of(host);
    DomainName owner = port == HTTPS_PORT ? name : name.child("_https").child("_" + port);
    return find(new Service(RRType.HTTPS, owner, name, port, HTTPS_DEFAULT_ALPN));
  }

  /**
   * Finds the endpoints of a service by its SVCB records.
   *
   * @param owner the name that they stand at, such as {@code _dns.resolver.example}, always
   *     absolute
   * @param host the service's own host, always absolute
   * @param port the port without records
   * @param defaultAlpn the protocols that every endpoint of such a service is taken to support (RFC
   *     9460 section 7.1.2); may be empty
   * @throws dev.leafward.wire.name.InvalidNameException if owner or host is no name
   * @throws ResolutionException as {@link #https(String, int)} does
   */
  public EndpointAnswer svcb(String owner, String host, int port, List<String> defaultAlpn)
      throws ResolutionException {
    return find(
        new Service(RRType.SVCB, DomainName.of(owner), DomainName.of(host), port, defaultAlpn));
  }

  private EndpointAnswer withoutRecords(String host, int port) throws ResolutionException {
    Endpoint itself =
        new Endpoint(
            HostText.withoutFinalDot(host),
            port,
            HTTPS_DEFAULT_ALPN,
            AFTER_ALL_RECORDS,
            Endpoint.Kind.AUTHORITY,
            SvcParams.NONE,
            List.of(),
            new HostOutcome.Known(hosts.lookup(host)));
    return new EndpointAnswer(List.of(), List.of(itself), Optional.empty());
  }

  /** What is looked for. */
  private record Service(
      RRType type, DomainName owner, DomainName host, int port, List<String> defaultAlpn) {}

  /** An endpoint whose target has not been looked up. */
  private record Candidate(DomainName target, int priority, Endpoint.Kind kind, SvcParams params) {
    boolean hasRecord() {
      return kind == Endpoint.Kind.SERVICE;
    }
  }

  private EndpointAnswer find(Service service) throws ResolutionException {
    BindingChain.End end =
        new BindingChain(hosts.resolver(), service.type(), random, limits.aliases())
            .follow(service.owner());
    if (end.failure().isPresent() && isOver(end.failure().get().failure())) {
      throw end.failure().get();
    }
    if (end.name().isRoot()) {
      return new EndpointAnswer(end.answers(), List.of(), end.failure());
    }
    List<Candidate> candidates = candidates(service, end);
    List<DomainName> targets = targets(candidates);
    HostLookups.Outcomes outcomes = new HostLookups(hosts, targets.size()).all(targets);
    List<Endpoint> endpoints =
        candidates.stream()
            .map(each -> endpoint(each, service, outcomes.of(each.target())))
            .toList();
    return new EndpointAnswer(end.answers(), endpoints, end.failure());
  }

  /** What to look up: what records name, up to the bound, and what is left to do without them. */
  private List<DomainName> targets(List<Candidate> candidates) {
    Stream<DomainName> named =
        candidates.stream().filter(Candidate::hasRecord).map(Candidate::target).distinct();
    Stream<DomainName> others =
        candidates.stream().filter(each -> !each.hasRecord()).map(Candidate::target);
    return Stream.concat(named.limit(limits.hosts()), others).toList();
  }

  private static boolean isOver(Failure failure) {
    return failure instanceof Failure.Interrupted || failure instanceof Failure.Closed;
  }

  private List<Candidate> candidates(Service service, BindingChain.End end) {
    List<ServiceBinding> records = new ArrayList<>(end.records());
    records.removeIf(record -> !record.isSelfConsistent() || !isUnderstood(record));
    Collections.shuffle(records, random);
    records.sort(Comparator.comparingInt(ServiceBinding::priority));
    Stream<Candidate> bound = records.stream().map(record -> candidate(record, end.owner()));
    Stream<Candidate> aliased =
        end.isAliased() ? Stream.of(fallback(end.name(), Endpoint.Kind.ALIAS)) : Stream.empty();
    Stream<Candidate> own = Stream.of(fallback(service.host(), Endpoint.Kind.AUTHORITY));
    return Stream.of(bound, aliased, own).flatMap(each -> each).toList();
  }

  private boolean isUnderstood(ServiceBinding record) {
    return record
        .params()
        .find(SvcParam.Mandatory.class)
        .map(mandatory -> understood.containsAll(mandatory.keys()))
        .orElse(true);
  }

  private static Candidate candidate(ServiceBinding record, DomainName owner) {
    DomainName target = record.target().isRoot() ? owner : record.target();
    return new Candidate(target, record.priority(), Endpoint.Kind.SERVICE, record.params());
  }

  private static Candidate fallback(DomainName target, Endpoint.Kind kind) {
    return new Candidate(target, AFTER_ALL_RECORDS, kind, SvcParams.NONE);
  }

  private Endpoint endpoint(Candidate candidate, Service service, HostOutcome outcome) {
    SvcParams params = candidate.params();
    return new Endpoint(
        HostText.withoutFinalDot(candidate.target().toString()),
        params.find(SvcParam.Port.class).map(SvcParam.Port::number).orElse(service.port()),
        alpn(params, service.defaultAlpn()),
        candidate.priority(),
        candidate.kind(),
        params,
        hints(params),
        outcome);
  }

  private static List<String> alpn(SvcParams params, List<String> defaults) {
    Stream<String> own =
        params.find(SvcParam.Alpn.class).stream()
            .flatMap(alpn -> alpn.protocols().stream())
            .map(CharacterString::text);
    boolean hasDefaults = params.find(SvcParam.NoDefaultAlpn.class).isEmpty();
    return Stream.concat(own, hasDefaults ? defaults.stream() : Stream.empty()).distinct().toList();
  }

  private List<InetAddress> hints(SvcParams params) {
    Stream<InetAddress> ipv6 =
        params.find(SvcParam.Ipv6Hint.class).stream().flatMap(hint -> hint.addresses().stream());
    Stream<InetAddress> ipv4 =
        params.find(SvcParam.Ipv4Hint.class).stream().flatMap(hint -> hint.addresses().stream());
    return hosts.inOrder(
        Stream.concat(ipv6.limit(limits.hosts()), ipv4.limit(limits.hosts())).distinct().toList());
  }
}
