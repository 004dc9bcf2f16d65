// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SRV;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Finds where a service of a domain runs: its SRV records in the order in which to try them, each
 * with the addresses of its host.
 *
 * <p>RFC 2782. The order is by priority, and within one by chance in proportion to the weights, so
 * that it differs from lookup to lookup. The hosts are looked up side by side, the first {@link
 * ServiceLimits#hosts} of them; a host without addresses stays in the list, and says so.
 *
 * <p>It does not connect, nor remember what could not be reached.
 */
public final class Services {

  private final HostResolver hosts;
  private final RandomGenerator random;
  private final ServiceLimits limits;

  private Services(HostResolver hosts, RandomGenerator random, ServiceLimits limits) {
    this.hosts = hosts;
    this.random = random;
    this.limits = limits;
  }

  /**
   * Finds services by the resolver that hosts are found by, and the hosts by itself.
   *
   * @param random chooses among targets of one priority; used by all threads that call
   */
  public static Services over(HostResolver hosts, RandomGenerator random) {
    return over(hosts, random, ServiceLimits.DEFAULT);
  }

  /** As {@link #over(HostResolver, RandomGenerator)}, with bounds of one's own. */
  public static Services over(HostResolver hosts, RandomGenerator random, ServiceLimits limits) {
    return new Services(hosts, random, limits);
  }

  /**
   * Finds a service of a domain.
   *
   * @param service its name without the underscore, such as {@code xmpp-client}
   * @param protocol the protocol below it without the underscore, such as {@code tcp}
   * @param domain the domain, always absolute
   * @throws dev.leafward.wire.name.InvalidNameException if that makes no name
   * @throws ResolutionException if it cannot be found out whether there are SRV records; what
   *     cannot be found out of a single host is in its {@link ServiceTarget}
   */
  public ServiceAnswer lookup(String service, String protocol, String domain)
      throws ResolutionException {
    return lookup(DomainName.of(domain).child("_" + protocol).child("_" + service));
  }

  /**
   * Finds the service of a whole name, such as {@code _ldap._tcp.dc._msdcs.example.com}. The
   * question has the resolver's own deadline, and so has the lookup of the hosts.
   *
   * @throws ResolutionException as {@link #lookup(String, String, String)} does
   */
  public ServiceAnswer lookup(DomainName name) throws ResolutionException {
    Answer answer = hosts.resolver().resolve(new Question(name, RRType.SRV));
    if (!(answer instanceof Answer.Found found)) {
      return new ServiceAnswer.NoRecords(answer);
    }
    List<SRV> records =
        found.as(SRV.class).stream().filter(record -> !record.target().isRoot()).toList();
    if (records.isEmpty()) {
      return new ServiceAnswer.NotAvailable(answer);
    }
    List<SRV> ordered = WeightedOrder.of(records, random);
    HostLookups.Outcomes outcomes =
        new HostLookups(hosts, limits.hosts()).all(ordered.stream().map(SRV::target).toList());
    return new ServiceAnswer.Available(
        answer, ordered.stream().map(each -> target(each, outcomes)).toList());
  }

  private static ServiceTarget target(SRV record, HostLookups.Outcomes outcomes) {
    return new ServiceTarget(
        HostText.withoutFinalDot(record.target().toString()),
        record.port(),
        record.priority(),
        record.weight(),
        outcomes.of(record.target()));
  }
}
