// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.answer.Rejection;
import dev.leafward.wire.message.Header;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is left of a reply once everything is gone that the question does not need or this zone may
 * not say.
 *
 * @param header the reply's header
 * @param rcode the reply's RCODE, all twelve bits
 * @param chain the answer section in the order of the aliases: CNAMEs, each leading to the next,
 *     and at the end the RRset asked for, if the zone has it
 * @param dname the DNAME that the first of them was made from
 * @param tooLong the name at the end of the chain, if a DNAME makes it too long
 * @param soa the SOA of a denial: of the question's name, or of the one that the chain leads to
 * @param referral the name servers of a delegation that leads deeper; if the reply has AA, they may
 *     be asked, but not kept
 * @param glue addresses of the referral's name servers
 * @param rejections what was thrown out, and why
 */
public record ScrubbedReply(
    Header header,
    Rcode rcode,
    List<RRset> chain,
    Optional<RRset> dname,
    Optional<DomainName> tooLong,
    Optional<RRset> soa,
    Optional<RRset> referral,
    List<RRset> glue,
    List<Rejection> rejections) {
  /** Copies the lists. */
  public ScrubbedReply {
    chain = List.copyOf(chain);
    glue = List.copyOf(glue);
    rejections = List.copyOf(rejections);
  }

  /** True if something like this was thrown out. */
  boolean rejectedAny(Predicate<Rejection> like) {
    return rejections.stream().anyMatch(like);
  }
}
