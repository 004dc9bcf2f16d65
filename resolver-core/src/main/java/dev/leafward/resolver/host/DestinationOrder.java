// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.spi.SourceAddress;
import dev.leafward.resolver.spi.SourceAddresses;
import dev.leafward.resolver.system.PolicyTable;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the addresses of a host in the order in which to try them (RFC 6724 section 6, all ten
 * rules).
 *
 * <p>The order is stable: what no rule tells apart stays as it came (rule 10). A rule that asks for
 * what is not known of a source address decides nothing, and of two destinations without a source
 * only precedence and scope are compared.
 *
 * <p>Rule 9 compares IPv6 destinations by the prefix they share with their source, up to the length
 * of the source's own; of IPv4 destinations it only prefers those in the source's own network, as
 * glibc does, since anything more would undo the rotation of a name's addresses.
 *
 * <p>Of very many destinations the first {@value #MOST_SORTED} are put in order, and the others
 * follow as they came: to find out a source takes a socket, and how many addresses a name has is
 * for strangers to say.
 */
public final class DestinationOrder {

  /** More than a program ever tries to connect to. */
  static final int MOST_SORTED = 100;

  private static final Comparator<Destination> BY_RULES_UP_TO_8 =
      (one, other) -> {
        Optional<DestinationRule> rule = DestinationRule.between(one, other);
        return rule.isEmpty() ? 0 : rule.get().compare(one, other);
      };

  private final PolicyTable policies;
  private final SourceAddresses sources;

  /**
   * An order.
   *
   * @param policies labels, precedences and scopes: {@link PolicyTable#DEFAULT}, or those of a
   *     machine
   * @param sources from where a destination would be reached
   */
  public DestinationOrder(PolicyTable policies, SourceAddresses sources) {
    this.policies = policies;
    this.sources = sources;
  }

  /** The addresses, best first. */
  public List<InetAddress> sort(List<InetAddress> destinations) {
    return rank(destinations).stream().map(Ranked::destination).toList();
  }

  /** The addresses, best first, and why. */
  public List<Ranked> rank(List<InetAddress> destinations) {
    int count = Math.min(destinations.size(), MOST_SORTED);
    List<Destination> sorted = new ArrayList<>();
    destinations
        .subList(0, count)
        .forEach(each -> sorted.add(new Destination(each, sources.sourceTowards(each), policies)));
    sorted.sort(BY_RULES_UP_TO_8);
    applyRule9(sorted);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Optional<DestinationRule> rule =
          i + 1 < sorted.size() ? deciding(sorted.get(i), sorted.get(i + 1)) : Optional.empty();
      ranked.add(new Ranked(sorted.get(i).address(), sorted.get(i).source(), rule));
    }
    destinations
        .subList(count, destinations.size())
        .forEach(each -> ranked.add(new Ranked(each, Optional.empty(), Optional.empty())));
    return ranked;
  }

  private static Optional<DestinationRule> deciding(Destination one, Destination next) {
    Optional<DestinationRule> rule = DestinationRule.between(one, next);
    if (rule.isPresent()) {
      return rule;
    }
    boolean isPrefixed = one.isIpv6() == next.isIpv6() && one.sharedPrefix() != next.sharedPrefix();
    return Optional.of(isPrefixed ? DestinationRule.LONGEST_PREFIX : DestinationRule.AS_THEY_CAME);
  }

  /**
   * Rule 9 does not compare destinations of different families, so it is no order by itself: within
   * each run that the other rules leave equal, the places of a family are shared out anew among its
   * own.
   */
  private static void applyRule9(List<Destination> sorted) {
    int begin = 0;
    for (int end = 1; end <= sorted.size(); end++) {
      if (end == sorted.size()
          || BY_RULES_UP_TO_8.compare(sorted.get(begin), sorted.get(end)) != 0) {
        List<Destination> run = sorted.subList(begin, end);
        List<Destination> ipv4 = byPrefix(run.stream().filter(each -> !each.isIpv6()).toList());
        List<Destination> ipv6 = byPrefix(run.stream().filter(Destination::isIpv6).toList());
        run.replaceAll(each -> each.isIpv6() ? ipv6.removeFirst() : ipv4.removeFirst());
        begin = end;
      }
    }
  }

  private static List<Destination> byPrefix(List<Destination> family) {
    List<Destination> sorted = new ArrayList<>(family);
    sorted.sort(Comparator.comparingInt(Destination::sharedPrefix).reversed());
    return sorted;
  }

  /**
   * A destination in its place.
   *
   * @param destination the address
   * @param source what it would be reached from; empty if it cannot be, or nobody looked
   * @param beforeNext the rule by which it stands before the next one; empty for the last one that
   *     was sorted, and behind it
   */
  public record Ranked(
      InetAddress destination,
      Optional<SourceAddress> source,
      Optional<DestinationRule> beforeNext) {}
}
