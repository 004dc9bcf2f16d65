// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.LocalZoneType;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one local zone says about a question, as {@link LocalZoneType} has it.
 *
 * <p>It follows no aliases, and knows no wildcards and no delegations: names stand for themselves.
 */
final class LocalZoneData {

  private static final List<RData> NULL_ADDRESSES =
      List.of(
          new A((Inet4Address) InetAddresses.forString("0.0.0.0")),
          new AAAA((Inet6Address) InetAddresses.forString("::")));

  private final LocalZone zone;

  /** The RRsets of each name; of an empty non-terminal, none. */
  private final Map<DomainName, List<RRset>> names = new HashMap<>();

  LocalZoneData(LocalZone zone) {
    this.zone = zone;
    for (RRset rrset : zone.rrsets()) {
      names.computeIfAbsent(rrset.name(), name -> new ArrayList<>()).add(rrset);
      DomainName name = rrset.name();
      while (!name.equals(zone.zone())) {
        name = name.parent();
        names.computeIfAbsent(name, above -> new ArrayList<>());
      }
    }
  }

  LocalZone zone() {
    return zone;
  }

  /** Whether the name has records of its own here. */
  boolean hasDataAt(DomainName name) {
    return !names.getOrDefault(name, List.of()).isEmpty();
  }

  /** Whether the name has records of this type here. */
  boolean hasDataAt(DomainName name, RRType type) {
    return names.getOrDefault(name, List.of()).stream().anyMatch(set -> set.type().equals(type));
  }

  /**
   * What the zone says; empty if the question is to be resolved as if the zone were not there.
   *
   * @throws UnresolvableException if the zone has the question refused
   */
  Optional<Outcome> answer(Question question) throws UnresolvableException {
    return switch (zone.type()) {
      case ALWAYS_NO_SUCH_NAME -> Optional.of(new Outcome.NoSuchName(soa(question.rrClass())));
      case ALWAYS_NULL -> Optional.of(nullAddress(question));
      case REDIRECT -> Optional.of(redirected(question));
      case STATIC, TRANSPARENT, TYPE_TRANSPARENT, REFUSE, DENY -> byName(question);
    };
  }

  private Optional<Outcome> byName(Question question) throws UnresolvableException {
    List<RRset> node = names.get(question.name());
    Optional<Outcome> found =
        node == null ? Optional.empty() : found(question, of(node, question.rrClass()));
    return found.isPresent() ? found : withoutData(question, node);
  }

  private Optional<Outcome> withoutData(Question question, @Nullable List<RRset> node)
      throws UnresolvableException {
    Optional<RRset> soa = soa(question.rrClass());
    return switch (zone.type()) {
      case STATIC ->
          Optional.of(node == null ? new Outcome.NoSuchName(soa) : new Outcome.NoData(soa));
      case TRANSPARENT ->
          node == null || node.isEmpty() ? Optional.empty() : Optional.of(new Outcome.NoData(soa));
      case REFUSE -> throw new UnresolvableException(new Failure.Refused(zone.zone()));
      case DENY -> throw new UnresolvableException(new Failure.Dropped(zone.zone()));
      default -> Optional.empty();
    };
  }

  /** The records of the zone's top, under the name that was asked for. */
  private Outcome redirected(Question question) throws UnresolvableException {
    List<RRset> top = new ArrayList<>();
    for (RRset rrset : of(names.getOrDefault(zone.zone(), List.of()), question.rrClass())) {
      top.add(
          RRset.of(
              question.name(), rrset.rrClass(), rrset.ttl(), expanded(rrset, question), List.of()));
    }
    return found(question, top).orElseGet(() -> new Outcome.NoData(soa(question.rrClass())));
  }

  /** The target {@code *.x} of an alias stands for the name that was asked for, in front of x. */
  private static List<RData> expanded(RRset rrset, Question question) throws UnresolvableException {
    List<RData> data = new ArrayList<>();
    for (RData each : rrset.rdata()) {
      if (each instanceof CNAME cname && cname.target().isWildcard()) {
        data.add(
            new CNAME(
                question
                    .name()
                    .replaceSuffix(DomainName.ROOT, cname.target().parent())
                    .orElseThrow(() ->
                        new UnresolvableException(new Failure.NameTooLong(question.name())))));
      } else {
        data.add(each);
      }
    }
    return data;
  }

  private Outcome nullAddress(Question question) {
    return NULL_ADDRESSES.stream()
        .filter(address -> address.type().equals(question.type()))
        .findFirst()
        .<Outcome>map(address ->
            new Outcome.Positive(
                List.of(
                    RRset.of(
                        question.name(),
                        question.rrClass(),
                        LocalZone.DEFAULT_TTL,
                        List.of(address),
                        List.of()))))
        .orElseGet(() -> new Outcome.NoData(soa(question.rrClass())));
  }

  private static Optional<Outcome> found(Question question, List<RRset> rrsets) {
    if (question.type().equals(RRType.ANY)) {
      return rrsets.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Positive(rrsets));
    }
    Optional<Outcome> exact =
        ofType(rrsets, question.type()).map(set -> new Outcome.Positive(List.of(set)));
    return exact.isPresent()
        ? exact
        : ofType(rrsets, RRType.CNAME)
            .map(set -> new Outcome.Alias(set, set.as(CNAME.class).getFirst().target()));
  }

  private static Optional<RRset> ofType(List<RRset> rrsets, RRType type) {
    return rrsets.stream().filter(set -> set.type().equals(type)).findFirst();
  }

  private static List<RRset> of(List<RRset> rrsets, RRClass rrClass) {
    return rrsets.stream().filter(set -> set.rrClass().equals(rrClass)).toList();
  }

  /** The SOA of a denial, its TTL being how long the denial holds (RFC 2308 section 5). */
  private Optional<RRset> soa(RRClass rrClass) {
    return ofType(of(names.getOrDefault(zone.zone(), List.of()), rrClass), RRType.SOA)
        .map(soa -> soa.withTtl(Math.min(soa.ttl(), soa.as(SOA.class).getFirst().minimum())));
  }
}
