// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRSIG;
import dev.leafward.wire.rdata.RRType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says where the records of a message that is too long may be cut, and when that must be told.
 *
 * <p>RFC 2181 section 9: RRsets are kept or left out whole, here with the signatures over them; TC
 * is set when one was left out that the answer needs, and not for mere extras. RFC 9471 section
 * 3.1: the addresses of name servers within a delegated zone are no extras of a referral, since
 * nobody else could tell them.
 */
final class Truncation {
  private Truncation() {}

  /**
   * Returns the last place at or before {@code end} that has no part of one RRset on both sides,
   * wherever in the section the records of a set stand.
   *
   * @param records one section
   * @param end how many records fit
   * @return how many records to keep
   */
  static int wholeSets(List<ResourceRecord> records, int end) {
    Map<RRset.Key, Integer> firsts = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      firsts.putIfAbsent(setOf(records.get(i)), i);
    }
    int cut = end;
    for (int i = records.size() - 1; i >= cut; i--) {
      cut = Math.min(cut, firsts.getOrDefault(setOf(records.get(i)), i));
    }
    return cut;
  }

  private static RRset.Key setOf(ResourceRecord each) {
    RRType type = each.data() instanceof RRSIG signature ? signature.typeCovered() : each.type();
    return RRset.Key.of(each, type);
  }

  /**
   * Tells whether a message that lacks the end of a section must have TC set.
   *
   * @param message the whole message
   * @param section the section that was cut
   * @param kept how many of its records were kept
   */
  static boolean mustBeTold(Message message, Section section, int kept) {
    if (section != Section.ADDITIONAL) {
      return true;
    }
    if (!mayBeReferral(message)) {
      return false;
    }
    Set<DomainName> inDomain = new HashSet<>();
    for (ResourceRecord each : message.authorities()) {
      if (each.data() instanceof NS ns && ns.nameServer().isAtOrBelow(each.name())) {
        inDomain.add(ns.nameServer());
      }
    }
    List<ResourceRecord> extras = message.additionals();
    return extras.subList(kept, extras.size()).stream()
        .anyMatch(each -> isAddress(each) && inDomain.contains(each.name()));
  }

  /** With name servers in its authority section, such a message is a referral. */
  private static boolean mayBeReferral(Message message) {
    Header header = message.header();
    return header.isResponse()
        && !header.isAuthoritative()
        && header.rcode().equals(Rcode.NOERROR)
        && message.answers().isEmpty();
  }

  private static boolean isAddress(ResourceRecord each) {
    return each.type().equals(RRType.A) || each.type().equals(RRType.AAAA);
  }
}
