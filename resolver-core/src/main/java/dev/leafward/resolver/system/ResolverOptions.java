// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The words of {@code options} lines and of {@code RES_OPTIONS}, as glibc understands them: by
 * their beginning, numbers as {@code atoi(3)} reads them, and the last one wins.
 */
final class ResolverOptions {

  private static final String NDOTS = "ndots:";
  private static final String TIMEOUT = "timeout:";
  private static final String ATTEMPTS = "attempts:";
  private static final String OLD_NO_TLD_QUERY = "no_tld_query";

  private final Remarks remarks;
  private final Map<StubFlag, Setting<StubFlag>> flags = new EnumMap<>(StubFlag.class);
  private Setting<Integer> ndots = byDefault(SearchList.DEFAULT_NDOTS);
  private Setting<Duration> timeout = byDefault(StubOptions.DEFAULT_TIMEOUT);
  private Setting<Integer> attempts = byDefault(StubOptions.DEFAULT_ATTEMPTS);

  ResolverOptions(Remarks remarks) {
    this.remarks = remarks;
  }

  private static <T> Setting<T> byDefault(T value) {
    return new Setting<>(value, Origin.DEFAULT);
  }

  Setting<Integer> ndots() {
    return ndots;
  }

  Setting<Duration> timeout() {
    return timeout;
  }

  Setting<Integer> attempts() {
    return attempts;
  }

  List<Setting<StubFlag>> flags() {
    return List.copyOf(flags.values());
  }

  /** Reads the words of a line. */
  void read(String words, Origin origin) {
    StringTokenizer tokens = new StringTokenizer(words, " \t");
    while (tokens.hasMoreTokens()) {
      option(tokens.nextToken(), origin);
    }
  }

  private void option(String word, Origin origin) {
    if (word.startsWith(NDOTS)) {
      // glibc keeps it in four bits, so a negative number comes out as a large one.
      int number = number(word, NDOTS, origin);
      ndots = new Setting<>(Math.min(number, SearchList.MAX_NDOTS) & SearchList.MAX_NDOTS, origin);
    } else if (word.startsWith(TIMEOUT)) {
      long most = StubOptions.MAX_TIMEOUT.toSeconds();
      long seconds = Math.clamp(number(word, TIMEOUT, origin), 1, most);
      timeout = new Setting<>(Duration.ofSeconds(seconds), origin);
    } else if (word.startsWith(ATTEMPTS)) {
      int number = number(word, ATTEMPTS, origin);
      if (number < 1) {
        remarks.add(word, "at least one attempt is made", origin);
      }
      attempts = new Setting<>(Math.clamp(number, 1, StubOptions.MAX_ATTEMPTS), origin);
    } else {
      flag(word, origin);
    }
  }

  /** Longer words first: {@code single-request-reopen} is not {@code single-request}. */
  private void flag(String word, Origin origin) {
    StubFlag found = null;
    for (StubFlag flag : StubFlag.values()) {
      boolean longer = found == null || flag.word().length() > found.word().length();
      if (word.startsWith(flag.word()) && longer) {
        found = flag;
      }
    }
    if (word.startsWith(OLD_NO_TLD_QUERY)) {
      found = StubFlag.NO_TLD_QUERY;
    }
    if (found == null) {
      remarks.add(word, "no such option", origin);
    } else {
      flags.put(found, new Setting<>(found, origin));
    }
  }

  /**
   * The number behind a word, as C reads it: digits up to whatever else follows, and 0 without any.
   */
  private int number(String word, String name, Origin origin) {
    String text = word.substring(name.length());
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int end = start;
    long number = 0;
    while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
      number = Math.min(number * 10 + Character.digit(text.charAt(end), 10), Integer.MAX_VALUE);
      end++;
    }
    if (end == start) {
      remarks.add(word, "no number stands behind it; it is read as 0", origin);
    } else if (end < text.length()) {
      remarks.add(word, "what follows the number is passed over", origin);
    }
    return (int) (text.startsWith("-") ? -number : number);
  }
}
