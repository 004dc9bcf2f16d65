// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.delegation.DelegationFinder;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the addresses of name servers that came without glue: the knot of DNS, tied here and
 * nowhere else. What it needs is a lookup of its own, on a child of the same budget.
 */
final class NameServerAddresses {

  /** Resolves a question, believed as far as the context asks. */
  @FunctionalInterface
  interface Chase {
    /** The outcome at the end of the aliases. */
    AliasChaser.Chased chase(Question question, Context context) throws UnresolvableException;
  }

  private final DelegationFinder delegations;
  private final Chase chase;

  NameServerAddresses(DelegationFinder delegations, Chase chase) {
    this.delegations = delegations;
    this.chase = chase;
  }

  /**
   * The addresses of a name server beyond those known: from the cache, else by looking up IPv4,
   * else IPv6. No more is looked up than it takes to find a new one. The first address may be glue;
   * once what is known has failed, only the name server's own zone can tell more.
   *
   * @param known what was known so far
   * @return the known ones, and new ones if there are any
   * @throws UnresolvableException if that cannot be found out
   */
  List<InetAddress> beyond(List<InetAddress> known, DomainName nameServer, Context context)
      throws UnresolvableException {
    Set<InetAddress> addresses = new LinkedHashSet<>(known);
    addresses.addAll(delegations.addressesOf(nameServer));
    if (addresses.size() == known.size()) {
      context.budget().spendNameServerLookup();
    }
    for (RRType type : List.of(RRType.A, RRType.AAAA)) {
      if (addresses.size() > known.size()) {
        break;
      }
      Trust least = known.isEmpty() ? Trust.GLUE : Trust.ANSWER;
      Outcome outcome = find(new Question(nameServer, type), context, least);
      if (outcome instanceof Outcome.Positive found) {
        addresses.addAll(addresses(found));
      }
      if (outcome instanceof Outcome.NoSuchName) {
        context.budget().noteUnknownNameServer();
        break;
      }
    }
    return List.copyOf(addresses);
  }

  private Outcome find(Question question, Context context, Trust least)
      throws UnresolvableException {
    Recorder recorder = context.recorder().child(question);
    String result = "";
    try {
      Context child = context.child(context.budget().child(), recorder).atLeast(least);
      Outcome outcome = chase.chase(question, child).outcome();
      result = Words.of(outcome);
      return outcome;
    } catch (UnresolvableException e) {
      result = e.failure().sentence();
      throw e;
    } finally {
      String purpose = "address of name server " + question.name();
      context.recorder().step(new Step.SubLookup(purpose, recorder.explanation(result)));
    }
  }

  private static List<InetAddress> addresses(Outcome.Positive found) {
    return found.rrsets().stream()
        .map(RRset::rdata)
        .flatMap(List::stream)
        .flatMap(data ->
            switch (data) {
              case A a -> Stream.<InetAddress>of(a.address());
              case AAAA aaaa -> Stream.<InetAddress>of(aaaa.address());
              default -> Stream.<InetAddress>empty();
            })
        .toList();
  }
}
