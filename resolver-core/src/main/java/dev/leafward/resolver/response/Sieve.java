// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Rejection.Reason;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One section of a reply, from which the believable RRsets are taken one by one; what nobody takes
 * is rejected. What is out of the zone's bailiwick or class is rejected at once, and cannot be
 * taken.
 *
 * <p>Every reply passes through three of them, a few records each: streams would cost more than the
 * work.
 */
final class Sieve {

  private static final Set<RRType> PROOFS = Set.of(RRType.DS, RRType.NSEC, RRType.NSEC3);

  private final Section section;
  private final List<RRset> left = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  /** A sieve of what the servers of a zone say. */
  Sieve(Section section, Message reply, Question asked, DomainName zone) {
    this(section, reply, asked, zone, rrset -> false);
  }

  /**
   * The same.
   *
   * @param besides what may be taken though it is of no name in the zone
   */
  Sieve(Section section, Message reply, Question asked, DomainName zone, Predicate<RRset> besides) {
    this.section = section;
    for (RRset rrset : RRset.group(reply.section(section))) {
      if (!rrset.rrClass().equals(asked.rrClass())) {
        reject(rrset, Reason.WRONG_CLASS);
      } else if (!rrset.name().isAtOrBelow(zone) && !besides.test(rrset)) {
        reject(rrset, outside(rrset, zone));
      } else {
        left.add(rrset);
      }
    }
  }

  /**
   * Name servers of a zone above are no forgery but an upward referral, which makes a server lame.
   */
  private Reason outside(RRset rrset, DomainName zone) {
    boolean upward =
        section == Section.AUTHORITY
            && rrset.type().equals(RRType.NS)
            && zone.isBelow(rrset.name());
    return upward ? Reason.NOT_DEEPER : Reason.OUT_OF_BAILIWICK;
  }

  /** The first RRset left that fits. */
  Optional<RRset> take(Predicate<RRset> fits) {
    for (RRset rrset : left) {
      if (fits.test(rrset)) {
        return taken(rrset);
      }
    }
    return Optional.empty();
  }

  /** The RRset left that fits and has the longest owner name. */
  Optional<RRset> takeDeepest(Predicate<RRset> fits) {
    return takeMost(fits, rrset -> rrset.name().labelCount());
  }

  /** The RRset left that fits and has the shortest owner name. */
  Optional<RRset> takeHighest(Predicate<RRset> fits) {
    return takeMost(fits, rrset -> -rrset.name().labelCount());
  }

  /** The first of the RRsets left that fit and have the most of something. */
  private Optional<RRset> takeMost(Predicate<RRset> fits, ToIntFunction<RRset> measure) {
    RRset most = null;
    for (RRset rrset : left) {
      if (fits.test(rrset)
          && (most == null || measure.applyAsInt(rrset) > measure.applyAsInt(most))) {
        most = rrset;
      }
    }
    return most == null ? Optional.empty() : taken(most);
  }

  /** Every RRset left of this name. */
  List<RRset> takeAll(DomainName name) {
    return takeEach(rrset -> rrset.name().equals(name));
  }

  /** The addresses left that belong to these name servers. */
  List<RRset> takeGlue(RRset nameServers) {
    Set<DomainName> names = new HashSet<>();
    nameServers.as(NS.class).forEach(ns -> names.add(ns.nameServer()));
    return takeEach(rrset -> isAddress(rrset) && names.contains(rrset.name()));
  }

  private static boolean isAddress(RRset rrset) {
    return rrset.type().equals(RRType.A) || rrset.type().equals(RRType.AAAA);
  }

  private List<RRset> takeEach(Predicate<RRset> fits) {
    List<RRset> taken = new ArrayList<>(left.size());
    for (RRset rrset : left) {
      if (fits.test(rrset)) {
        taken.add(rrset);
      }
    }
    left.removeIf(fits);
    return taken;
  }

  private Optional<RRset> taken(RRset rrset) {
    left.remove(rrset);
    return Optional.of(rrset);
  }

  /** The first records of an RRset that was taken, the others rejected. */
  RRset cut(RRset rrset, int most) {
    if (rrset.rdata().size() <= most) {
      return rrset;
    }
    List<RData> data = rrset.rdata();
    reject(rrset.withRData(data.subList(most, data.size())), Reason.OVER_LIMIT);
    return rrset.withRData(data.subList(0, most));
  }

  /** Rejects the name servers left. */
  void rejectNameServers(Reason reason) {
    rejectIf(rrset -> rrset.type().equals(RRType.NS), reason);
  }

  /** Drops what DNSSEC sends along unasked: nothing is wrong with it, it is just not used. */
  void dropProofs() {
    left.removeIf(rrset -> PROOFS.contains(rrset.type()) || rrset.type().equals(RRType.RRSIG));
  }

  /** Rejects everything left. */
  void rejectRest(Reason reason) {
    rejectIf(rrset -> true, reason);
  }

  /** Rejects an RRset that is not, or no longer, among those left. */
  void reject(RRset rrset, Reason reason) {
    rejections.add(new Rejection(section, rrset, reason));
  }

  private void rejectIf(Predicate<RRset> fits, Reason reason) {
    for (Iterator<RRset> i = left.iterator(); i.hasNext(); ) {
      RRset rrset = i.next();
      if (fits.test(rrset)) {
        i.remove();
        rejections.add(new Rejection(section, rrset, reason));
      }
    }
  }

  static List<Rejection> rejections(Sieve... sieves) {
    List<Rejection> all = new ArrayList<>();
    for (Sieve sieve : sieves) {
      all.addAll(sieve.rejections);
    }
    return all;
  }
}
