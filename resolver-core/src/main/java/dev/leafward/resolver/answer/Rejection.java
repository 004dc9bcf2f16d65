// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Section;

/**
 * Records of a reply that are not believed.
 *
 * @param section where they stood
 * @param rrset the records
 * @param reason why not
 */
public record Rejection(Section section, RRset rrset, Reason reason) {

  /** Why records are not believed. */
  public enum Reason {
    /** The owner is not at or below the zone whose server was asked (RFC 2181 section 5.4.1). */
    OUT_OF_BAILIWICK("out of bailiwick"),
    /** The question does not need them. */
    IRRELEVANT("not needed for the question"),
    /** Name servers beside an answer or a denial are not asked for, and not taken. */
    UNASKED_NAME_SERVERS("name servers outside a referral"),
    /** Name servers of the zone asked, or of one above it: an upward or sideways referral. */
    NOT_DEEPER("referral that leads no deeper"),
    /** An address for a name that is none of the referral's name servers. */
    NOT_GLUE("address that is not glue of this referral"),
    /** The class is not the question's. */
    WRONG_CLASS("wrong class"),
    /** More records than a limit allows. */
    OVER_LIMIT("over the limit"),
    /** A CNAME that does not follow from the DNAME beside it (RFC 6672 section 3.1). */
    BAD_SYNTHESIS("alias that does not follow from its DNAME");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
