// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.CachedEntry.Rank;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.testkit.simulation.SimulatedExchange.Arrival;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Nothing unasked is in the cache: whatever it holds is the answer, the denial or the referral with
 * its glue that came in reply to a question about just that.
 */
final class UnaskedCheck implements Check {

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    Warrants warrants = new Warrants();
    for (SimulatedExchange each : play.exchanges()) {
      each.arrivals().forEach(arrival -> warrants.read(each, arrival));
    }
    Set<Object> reported = new HashSet<>();
    for (RoundPlay round : play.rounds()) {
      round.cached().stream()
          .filter(entry -> !warrants.cover(entry))
          .filter(entry -> reported.add(List.of(entry.name(), entry.rrset().type())))
          .forEach(entry -> violations.accept("the cache holds, unasked: " + entry));
    }
  }

  /** What the replies to our questions entitle the cache to hold. */
  private static final class Warrants {
    private final Set<Object> data = new HashSet<>();
    private final Set<Object> delegations = new HashSet<>();
    private final Set<Object> glue = new HashSet<>();
    private final Set<DomainName> answered = new HashSet<>();
    private final Set<DomainName> denied = new HashSet<>();
    private final Set<DomainName> redirected = new HashSet<>();

    void read(SimulatedExchange exchange, Arrival arrival) {
      try {
        Message query = MessageCodec.decode(exchange.query().toArray());
        Message reply = MessageCodec.decode(arrival.message().toArray());
        if (reply.id() == query.id() && reply.question().equals(query.question())) {
          query.question().ifPresent(asked -> read(asked, reply));
        }
      } catch (WireFormatException e) {
        return; // What is no message entitles to nothing.
      }
    }

    private void read(Question asked, Message reply) {
      List<DomainName> names = names(asked, reply);
      for (ResourceRecord each : reply.answers()) {
        boolean onTheWay = names.contains(each.name());
        boolean above = each.type().equals(RRType.DNAME) && isAbove(each.name(), names);
        if (onTheWay || above) {
          data.add(key(each));
        }
        if (above) {
          redirected.add(each.name());
        }
      }
      (reply.rcode().equals(Rcode.NXDOMAIN) ? denied : answered).addAll(names);
      Set<DomainName> hosts = new HashSet<>();
      for (ResourceRecord each : reply.authorities()) {
        if (each.data() instanceof NS ns && asked.name().isAtOrBelow(each.name())) {
          delegations.add(key(each));
          hosts.add(ns.nameServer());
        }
      }
      for (ResourceRecord each : reply.answers()) {
        if (each.data() instanceof NS ns) {
          hosts.add(ns.nameServer());
        }
      }
      reply.additionals().stream()
          .filter(each -> hosts.contains(each.name()))
          .forEach(each -> glue.add(key(each)));
    }

    /** The question's name, and those that the aliases of the reply lead on to. */
    private static List<DomainName> names(Question asked, Message reply) {
      List<DomainName> names = new ArrayList<>(List.of(asked.name()));
      for (int i = 0; i < names.size(); i++) {
        DomainName name = names.get(i);
        reply.answers().stream()
            .flatMap(each -> target(name, each))
            .filter(target -> !names.contains(target))
            .toList()
            .forEach(names::add);
      }
      return names;
    }

    private static Stream<DomainName> target(DomainName name, ResourceRecord each) {
      return switch (each.data()) {
        case CNAME alias when name.equals(each.name()) -> Stream.of(alias.target());
        case DNAME tree when name.isBelow(each.name()) ->
            name.replaceSuffix(each.name(), tree.target()).stream();
        default -> Stream.empty();
      };
    }

    private static boolean isAbove(DomainName owner, List<DomainName> names) {
      return names.stream().anyMatch(name -> name.isBelow(owner));
    }

    private static Object key(ResourceRecord each) {
      return key(each.name(), each.data());
    }

    private static Object key(DomainName owner, RData data) {
      return List.of(owner, data);
    }

    boolean cover(CachedEntry entry) {
      return switch (entry) {
        case CachedEntry.Delegation cut -> all(cut, delegations) || all(cut, data);
        case CachedEntry.Data held when held.rank() == Rank.GLUE -> all(held, glue);
        case CachedEntry.Data held -> all(held, data) || isSynthesised(held);
        case CachedEntry.NoData none -> answered.contains(none.name());
        case CachedEntry.NoSuchName none -> isBelowAny(none.name(), denied);
      };
    }

    /** RFC 6672: what a DNAME that was sent makes of a name that was not asked. */
    private boolean isSynthesised(CachedEntry.Data held) {
      return held.rrset().type().equals(RRType.CNAME) && isBelowAny(held.name(), redirected);
    }

    /** RFC 8020: what is below a name that does not exist does not exist either. */
    private static boolean isBelowAny(DomainName name, Set<DomainName> above) {
      for (int labels = 0; labels <= name.labelCount(); labels++) {
        if (above.contains(name.suffix(labels))) {
          return true;
        }
      }
      return false;
    }

    private static boolean all(CachedEntry entry, Set<Object> warranted) {
      return entry.rrset().rdata().stream()
          .allMatch(each -> warranted.contains(key(entry.name(), each)));
    }
  }
}
