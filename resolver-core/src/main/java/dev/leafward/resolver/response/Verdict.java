// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Optional;

/** What a reply means for the question. */
public sealed interface Verdict {

  /** The verdict in words, for explanations. */
  String words();

  /**
   * The same, the reply having come in a way that cannot be forged by guessing: what it says may
   * count for more names than the one asked about.
   */
  default Verdict proven(DomainName asked) {
    return this;
  }

  /**
   * The zone has the records, or denies them: the end of the question.
   *
   * @param outcome the outcome
   * @param glue addresses beside it: those of the root's servers, if it was they who were asked for
   * @param words the verdict in words
   */
  record Conclusive(Outcome outcome, List<RRset> glue, String words) implements Verdict {
    /** Copies the list. */
    public Conclusive {
      glue = List.copyOf(glue);
    }

    Conclusive(Outcome outcome, String words) {
      this(outcome, List.of(), words);
    }

    @Override
    public Conclusive proven(DomainName asked) {
      return new Conclusive(outcome.proven(asked), glue, words);
    }
  }

  /**
   * A delegation further down.
   *
   * @param cut the zone to ask next
   * @param nameServers the NS RRset that says so
   * @param glue addresses of its name servers, at most one RRset a name and type
   */
  record Referral(ZoneCut cut, RRset nameServers, List<RRset> glue) implements Verdict {
    /** Copies the list. */
    public Referral {
      glue = List.copyOf(glue);
    }

    /** The addresses that answer a question, if they came as glue. */
    public Optional<RRset> glueFor(Question question) {
      return glue.stream()
          .filter(rrset -> rrset.name().equals(question.name()))
          .filter(rrset -> rrset.type().equals(question.type()))
          .findFirst();
    }

    @Override
    public String words() {
      return "referral to " + cut.zone();
    }
  }

  /**
   * What would be a referral if the server did not claim to be an authority for what it refers to.
   * Some servers do so by mistake: the way may be gone if no other server says more.
   *
   * @param referral the referral, of which nothing is to be kept
   */
  record DoubtfulReferral(Referral referral) implements Verdict {
    @Override
    public String words() {
      return "doubtful: refers to " + referral.cut().zone() + " in the name of an authority";
    }
  }

  /**
   * The server does not serve the zone, though the delegation says so (RFC 9499).
   *
   * @param why what shows it
   * @param hearsay what it says as a resolver, its TTLs 0, as it is not to be kept: better than
   *     nothing if no server of the zone is of use
   */
  record Lame(String why, Optional<Outcome> hearsay) implements Verdict {

    /** A server that says nothing of use. */
    public Lame(String why) {
      this(why, Optional.empty());
    }

    @Override
    public String words() {
      return "lame: " + why;
    }
  }

  /**
   * The reply says nothing that can be used.
   *
   * @param why what is wrong with it
   */
  record Unusable(String why) implements Verdict {
    @Override
    public String words() {
      return "unusable: " + why;
    }
  }

  /**
   * No records and no SOA that would deny them: what a careless server says of a name without such
   * data, and a broken one of any. Good enough only if no other server says more.
   *
   * @param outcome what it means if it is meant; never cached, as there is no SOA
   * @param why what is missing
   */
  record Doubtful(Outcome outcome, String why) implements Verdict {
    @Override
    public String words() {
      return "doubtful: " + why;
    }
  }

  /**
   * A DNAME makes a name that is too long (RFC 6672 section 2.2): no other server can help.
   *
   * @param name the name that cannot be rewritten
   */
  record TooLong(DomainName name) implements Verdict {
    @Override
    public String words() {
      return "a DNAME makes the name too long";
    }
  }
}
