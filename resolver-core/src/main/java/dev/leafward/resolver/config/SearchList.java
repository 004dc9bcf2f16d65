// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Which names a short name may stand for: {@code search} and {@code ndots} of {@code
 * resolv.conf(5)}.
 *
 * <p>It only says which names to try in which order. Which outcome of one leads on to the next is
 * for whoever asks.
 *
 * @param suffixes what is put behind a short name, in order; any number. The root stands for the
 *     name as it is
 * @param ndots how many dots a name has, at the least, to be tried as it is before the suffixes: 0
 *     to 15. Default: 1
 * @param bareNames whether a name without a dot is tried as it is at all. Default: {@link
 *     BareNames#ASKED}
 */
public record SearchList(List<DomainName> suffixes, int ndots, BareNames bareNames) {

  /** The {@code ndots} of a file that has none. */
  public static final int DEFAULT_NDOTS = 1;

  /** The most that {@code ndots} may be ({@code RES_MAXNDOTS}). */
  public static final int MAX_NDOTS = 15;

  /** No suffixes: every name is absolute. */
  public static final SearchList NONE = new SearchList(List.of(), DEFAULT_NDOTS);

  /** Copies the list, and checks {@code ndots}. */
  public SearchList {
    suffixes = List.copyOf(suffixes);
    if (ndots < 0 || ndots > MAX_NDOTS) {
      throw new IllegalArgumentException("ndots of " + ndots);
    }
  }

  /** A search list that has bare names tried as they are, too. */
  public SearchList(List<DomainName> suffixes, int ndots) {
    this(suffixes, ndots, BareNames.ASKED);
  }

  /** The same with another {@code ndots}. */
  public SearchList withNdots(int other) {
    return new SearchList(suffixes, other, bareNames);
  }

  /**
   * The names that a text may stand for, in the order in which glibc's {@code res_search} tries
   * them, each once. A trailing dot makes a name absolute: it then stands for itself only. What
   * would be too long with a suffix is left out.
   *
   * @param name in presentation form, with or without a trailing dot
   * @return at least one name
   * @throws InvalidNameException if the text is no domain name
   */
  public List<DomainName> candidates(String name) {
    DomainName asItIs = DomainName.of(name);
    if (endsInDot(name)) {
      return List.of(asItIs);
    }
    int dots = asItIs.labelCount() - 1;
    SequencedSet<DomainName> candidates = new LinkedHashSet<>();
    if (dots >= ndots) {
      candidates.add(asItIs);
    }
    for (DomainName suffix : suffixes) {
      asItIs.replaceSuffix(DomainName.ROOT, suffix).ifPresent(candidates::add);
    }
    if (dots > 0 || candidates.isEmpty() || bareNames == BareNames.ASKED) {
      candidates.add(asItIs);
    }
    return List.copyOf(candidates);
  }

  /** Whether the last dot separates, and is not an octet of a label ({@code \.}). */
  private static boolean endsInDot(String name) {
    int backslashes = 0;
    for (int i = name.length() - 2; i >= 0 && name.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return name.endsWith(".") && backslashes % 2 == 0;
  }
}
