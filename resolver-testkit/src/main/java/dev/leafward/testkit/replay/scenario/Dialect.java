// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two dialects of scenario files: almost the same to read, not quite the same to run.
 *
 * <p>Their files are told apart by the configuration part: Unbound's has clauses, {@code server:}
 * and the like, Deckard's flat keys out of a short list.
 */
public enum Dialect {
  /** That of Unbound's {@code testbound}. */
  UNBOUND,
  /** That of Deckard, which tests Knot Resolver. */
  DECKARD;

  private static final Pattern CLAUSE = Pattern.compile("[a-z0-9-]+:(\\s*|\\s+[a-z0-9-]+:\\s.*)");

  private static final Set<String> DECKARD_KEYS =
      Set.of(
          "stub-addr",
          "stub-name",
          "do-ip6",
          "do-ip4",
          "trust-anchor",
          "val-override-date",
          "val-override-timestamp",
          "query-minimization",
          "domain-insecure",
          "harden-glue",
          "do-not-query-localhost",
          "forward-addr",
          "force-ipv6",
          "features",
          "feature-list");

  /** The dialect that a file of these lines is written in. */
  static Dialect of(List<String> lines) {
    boolean foreignKey = false;
    for (String line : lines) {
      String text = line.strip();
      if (text.startsWith("CONFIG_END") || text.startsWith("SCENARIO_BEGIN")) {
        break;
      }
      if (text.isEmpty() || text.startsWith(";") || text.startsWith("#")) {
        continue;
      }
      String key = text.split("[:\\s]", 2)[0];
      if (CLAUSE.matcher(withoutComment(text)).matches() && !DECKARD_KEYS.contains(key)) {
        return UNBOUND;
      }
      foreignKey |= !DECKARD_KEYS.contains(key);
    }
    return foreignKey ? UNBOUND : DECKARD;
  }

  private static String withoutComment(String text) {
    int comment = text.indexOf('#');
    return (comment < 0 ? text : text.substring(0, comment)).strip();
  }
}
