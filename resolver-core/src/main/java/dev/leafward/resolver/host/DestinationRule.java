// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.spi.SourceAddress.Trait;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The rules by which one destination comes before another: RFC 6724 section 6, in their order. */
public enum DestinationRule {
  /** Rule 1: a destination that can be reached comes first. */
  USABLE(1, "avoid unusable destinations", each -> each.hasSource() ? 1 : 0),
  /** Rule 2: one whose source has its scope comes first. */
  MATCHING_SCOPE(2, "prefer matching scope", each -> each.matchesScope() ? 1 : 0),
  /** Rule 3: one whose source is not deprecated comes first. */
  NOT_DEPRECATED(3, "avoid deprecated addresses", each -> each.sourceIs(Trait.DEPRECATED) ? 0 : 1),
  /**
   * Rule 4: first those whose source is a home and a care-of address at once, last those whose
   * source is a care-of address alone. An address of which neither is known is at home.
   */
  HOME(4, "prefer home addresses", DestinationRule::homeliness),
  /** Rule 5: one whose source has its label comes first. */
  MATCHING_LABEL(5, "prefer matching label", each -> each.matchesLabel() ? 1 : 0),
  /** Rule 6: the one of higher precedence comes first. */
  PRECEDENCE(6, "prefer higher precedence", Destination::precedence),
  /** Rule 7: one that is not reached through a tunnel comes first. */
  NATIVE_TRANSPORT(7, "prefer native transport", each -> each.sourceIs(Trait.TUNNELLED) ? 0 : 1),
  /** Rule 8: the one of smaller scope comes first. */
  SMALLER_SCOPE(8, "prefer smaller scope", each -> -each.scope()),
  /** Rule 9: of one family, the one that shares more of its source's prefix comes first. */
  LONGEST_PREFIX(9, "use longest matching prefix", each -> 0),
  /** Rule 10: otherwise they stay as they are. */
  AS_THEY_CAME(10, "leave the order unchanged", each -> 0);

  private final int number;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final ToIntFunction<Destination> merit;

  DestinationRule(int number, String words, ToIntFunction<Destination> merit) {
    this.number = number;
    this.words = words;
    this.merit = merit;
  }

  private static int homeliness(Destination destination) {
    if (!destination.sourceIs(Trait.CARE_OF)) {
      return 1;
    }
    return destination.sourceIs(Trait.HOME) ? 2 : 0;
  }

  /** The first of rules 1 to 8 that tells two destinations apart, if one does. */
  static Optional<DestinationRule> between(Destination one, Destination other) {
    return Arrays.stream(values()).filter(rule -> rule.compare(one, other) != 0).findFirst();
  }

  /** Negative if this rule has the one before the other, positive if the other way round. */
  int compare(Destination one, Destination other) {
    return Integer.compare(merit.applyAsInt(other), merit.applyAsInt(one));
  }

  /** Its number in RFC 6724 section 6. */
  public int number() {
    return number;
  }

  /** Its number and its name there. */
  @Override
  public String toString() {
    return "rule " + number + ": " + words;
  }
}
