// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Finds the hosts that take mail for a domain, in the order in which to try them, each with its
 * addresses.
 *
 * <p>RFC 5321 section 5.1: the lower preference first, those of the same by chance; a domain
 * without MX records takes its mail itself. RFC 7505: a domain whose only MX record names the root
 * takes none. The hosts are looked up side by side, the first {@link ServiceLimits#hosts} of them;
 * a host without addresses stays in the list, and says so.
 *
 * <p>To leave out those that are not before the sender itself, where that is one of them, is for
 * the sender.
 */
public final class MailServers {

  private static final int IMPLICIT_PREFERENCE = 0;

  private final HostResolver hosts;
  private final RandomGenerator random;
  private final ServiceLimits limits;

  private MailServers(HostResolver hosts, RandomGenerator random, ServiceLimits limits) {
    this.hosts = hosts;
    this.random = random;
    this.limits = limits;
  }

  /**
   * Finds mail servers by the resolver that hosts are found by, and the hosts by itself.
   *
   * @param random chooses among servers of one preference; used by all threads that call
   */
  public static MailServers over(HostResolver hosts, RandomGenerator random) {
    return over(hosts, random, ServiceLimits.DEFAULT);
  }

  /** As {@link #over(HostResolver, RandomGenerator)}, with bounds of one's own. */
  public static MailServers over(HostResolver hosts, RandomGenerator random, ServiceLimits limits) {
    return new MailServers(hosts, random, limits);
  }

  /**
   * Finds where mail for a domain goes. The question has the resolver's own deadline, and so has
   * the lookup of the hosts.
   *
   * @param domain what stands behind the at sign, always absolute
   * @throws dev.leafward.wire.name.InvalidNameException if it is no name
   * @throws ResolutionException if it cannot be found out whether there are MX records; what cannot
   *     be found out of a single host is in its {@link MailServer}
   */
  public MailAnswer lookup(String domain) throws ResolutionException {
    Answer answer = hosts.resolver().resolve(new Question(DomainName.of(domain), RRType.MX));
    return switch (answer) {
      case Answer.Found found -> exchangers(found);
      case Answer.NoData none -> {
        MX implicit = new MX(IMPLICIT_PREFERENCE, none.canonicalName());
        yield new MailAnswer.Implicit(none, servers(List.of(implicit)).getFirst());
      }
      case Answer.NoSuchName none -> new MailAnswer.NoSuchDomain(none);
    };
  }

  private MailAnswer exchangers(Answer.Found found) throws ResolutionException {
    List<MX> records = new ArrayList<>(found.as(MX.class));
    records.removeIf(record -> record.exchange().isRoot());
    Collections.shuffle(records, random);
    records.sort(Comparator.comparingInt(MX::preference));
    return records.isEmpty()
        ? new MailAnswer.NoMail(found)
        : new MailAnswer.Exchangers(found, servers(records));
  }

  private List<MailServer> servers(List<MX> ordered) throws ResolutionException {
    HostLookups.Outcomes outcomes =
        new HostLookups(hosts, limits.hosts()).all(ordered.stream().map(MX::exchange).toList());
    return ordered.stream()
        .map(record ->
            new MailServer(
                HostText.withoutFinalDot(record.exchange().toString()),
                record.preference(),
                outcomes.of(record.exchange())))
        .toList();
  }
}
