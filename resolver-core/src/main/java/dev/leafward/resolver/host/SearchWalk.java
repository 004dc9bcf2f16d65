// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.config.SearchList;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Goes through the names that a text may stand for until one is found, as glibc's {@code
 * res_search} does.
 *
 * <p>A name without the data asked for, or one that failed, does not end the search: the next
 * suffix may have it. Where no server replies at all, the other suffixes are left out, but not the
 * name as it is. If nothing is found, what counts is what was said of the name as it is where that
 * was tried first; else a suffix under which the name exists; else a failure; else the last try.
 *
 * <p>One thing differs: glibc forgets a suffix for which no server replied, and says "no such host"
 * if the name as it is does not exist. Here it counts as a failure like any other.
 */
final class SearchWalk {

  private SearchWalk() {}

  /** What the try of one name came to. */
  interface Tried {
    /** Whether and how to go on. */
    Verdict verdict();
  }

  /** How the search goes on. */
  enum Verdict {
    /** The search is over. */
    FOUND,
    /** The name exists, without what was asked for. */
    NO_DATA,
    /** The name does not exist. */
    NO_SUCH_NAME,
    /** A server said that it cannot tell. */
    FAILED,
    /** No server said anything. */
    NO_REPLY,
    /** The search is over for reasons of whoever searches. */
    ENDED;

    private boolean isFailure() {
      return this == FAILED || this == NO_REPLY;
    }
  }

  /**
   * Tries one name after the other.
   *
   * @param search which names
   * @param text what they are made of
   * @param ask tries one
   * @return the try that counts
   * @throws dev.leafward.wire.name.InvalidNameException if the text is no domain name
   */
  static <T extends Tried> T walk(SearchList search, String text, Function<DomainName, T> ask) {
    List<DomainName> candidates = search.candidates(text);
    DomainName asItIs = DomainName.of(text);
    boolean asItIsFirst = candidates.getFirst().equals(asItIs);
    List<T> underSuffixes = new ArrayList<>();
    List<T> all = new ArrayList<>();
    for (DomainName candidate : candidates) {
      boolean isSuffixed = !candidate.equals(asItIs);
      if (isSuffixed && has(underSuffixes, verdict -> verdict == Verdict.NO_REPLY)) {
        continue;
      }
      T tried = ask.apply(candidate);
      if (tried.verdict() == Verdict.FOUND || tried.verdict() == Verdict.ENDED) {
        return tried;
      }
      all.add(tried);
      if (isSuffixed) {
        underSuffixes.add(tried);
      }
    }
    return asItIsFirst ? all.getFirst() : decisive(all, underSuffixes);
  }

  private static <T extends Tried> T decisive(List<T> all, List<T> underSuffixes) {
    return underSuffixes.stream()
        .filter(tried -> tried.verdict() == Verdict.NO_DATA)
        .findFirst()
        .or(() -> all.stream().filter(tried -> tried.verdict().isFailure()).findFirst())
        .orElseGet(all::getLast);
  }

  private static boolean has(List<? extends Tried> tries, Predicate<Verdict> wanted) {
    return tries.stream().map(Tried::verdict).anyMatch(wanted);
  }
}
