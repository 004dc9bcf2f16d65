// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.RData;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the DNS says about a question. "It does not exist" is an answer as good as any; only "it
 * could not be found out" is a {@link ResolutionException}.
 */
public sealed interface Answer {

  /** The question as it was asked. */
  Question question();

  /**
   * The aliases that were followed, in order: one CNAME RRset each, and before it the DNAME that it
   * was made from, where there is one (RFC 6672).
   */
  List<RRset> aliases();

  /** How many seconds all of this stays true: the least TTL of everything in it. */
  long ttl();

  /**
   * Whether any of it had expired, and is served because nothing newer could be had in time (RFC
   * 8767). Never unless {@link dev.leafward.resolver.config.ServeStale} is on.
   */
  default boolean isStale() {
    return explanation().steps().stream().anyMatch(Step.StaleHit.class::isInstance);
  }

  /** What is known of the answer's authenticity. */
  SecurityStatus security();

  /** How it was found. */
  Explanation explanation();

  /** The name that the aliases led to; the question's own where there are none. */
  default DomainName canonicalName() {
    return aliases().isEmpty()
        ? question().name()
        : aliases().getLast().as(dev.leafward.wire.rdata.CNAME.class).getFirst().target();
  }

  /**
   * The records that were asked for exist.
   *
   * @param question the question as it was asked
   * @param aliases the aliases that were followed, in order
   * @param rrsets the RRsets found: one, or for a question of type ANY as many as there are
   * @param security what is known of the authenticity
   * @param explanation how it was found
   */
  record Found(
      Question question,
      List<RRset> aliases,
      List<RRset> rrsets,
      SecurityStatus security,
      Explanation explanation)
      implements Answer {
    /** Copies the lists; there is at least one RRset. */
    public Found {
      aliases = List.copyOf(aliases);
      rrsets = List.copyOf(rrsets);
      if (rrsets.isEmpty()) {
        throw new IllegalArgumentException("a found answer has an RRset");
      }
    }

    /** The RRset that was asked for; the first one where the question was of type ANY. */
    public RRset rrset() {
      return rrsets.getFirst();
    }

    /** The RDATA of the RRset, typed: {@code as(MX.class)}; empty if it is of another type. */
    public <T extends RData> List<T> as(Class<T> type) {
      return rrset().as(type);
    }

    /** The addresses found, in the order of the records; empty unless A or AAAA was asked. */
    public List<InetAddress> addresses() {
      return rrset().rdata().stream().flatMap(Found::address).toList();
    }

    private static Stream<InetAddress> address(RData data) {
      return switch (data) {
        case A a -> Stream.of(a.address());
        case AAAA aaaa -> Stream.of(aaaa.address());
        default -> Stream.empty();
      };
    }

    @Override
    public long ttl() {
      return Stream.concat(aliases.stream(), rrsets.stream()).mapToLong(RRset::ttl).min().orElse(0);
    }
  }

  /**
   * The name exists, but has no records of the type asked (RFC 2308 section 2.2).
   *
   * @param question the question as it was asked
   * @param aliases the aliases that were followed, in order
   * @param soa the SOA of the zone that says so, its TTL being how long it holds; empty where the
   *     zone gave none
   * @param security what is known of the authenticity
   * @param explanation how it was found
   */
  record NoData(
      Question question,
      List<RRset> aliases,
      Optional<RRset> soa,
      SecurityStatus security,
      Explanation explanation)
      implements Answer {
    /** Copies the list. */
    public NoData {
      aliases = List.copyOf(aliases);
    }

    @Override
    public long ttl() {
      return leastTtl(aliases, soa);
    }
  }

  /**
   * The name does not exist (RFC 2308 section 2.1).
   *
   * @param question the question as it was asked
   * @param aliases the aliases that were followed, in order: the name that does not exist is the
   *     last one's target
   * @param soa the SOA of the zone that says so, its TTL being how long it holds; empty where the
   *     zone gave none
   * @param security what is known of the authenticity
   * @param explanation how it was found
   */
  record NoSuchName(
      Question question,
      List<RRset> aliases,
      Optional<RRset> soa,
      SecurityStatus security,
      Explanation explanation)
      implements Answer {
    /** Copies the list. */
    public NoSuchName {
      aliases = List.copyOf(aliases);
    }

    @Override
    public long ttl() {
      return leastTtl(aliases, soa);
    }
  }

  private static long leastTtl(List<RRset> aliases, Optional<RRset> soa) {
    return soa.isEmpty()
        ? 0
        : Stream.concat(aliases.stream(), soa.stream()).mapToLong(RRset::ttl).min().orElse(0);
  }
}
