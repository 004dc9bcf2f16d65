// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of {@code options} lines and of {@code RES_OPTIONS}, as glibc understands them: by
 * their beginning, numbers as {@code atoi(3)} reads them, and the last one wins.
 */
final class ResolverOptions {

  private static final String NDOTS = "ndots:";
  private static final String TIMEOUT = "timeout:";
  private static final String ATTEMPTS = "attempts:";
  private static final Pattern WORD = Pattern.compile("[^ \t]+");
  private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?)([0-9]+)");
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
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      option(word.group(), words, word.end(), origin);
    }
  }

  private void option(String word, String words, int end, Origin origin) {
    if (word.startsWith(NDOTS)) {
      // glibc keeps it in four bits, so a negative number comes out as a large one.
      int number = Math.min(number(word, words, end, origin), SearchList.MAX_NDOTS);
      ndots = new Setting<>(number & SearchList.MAX_NDOTS, origin);
    } else if (word.startsWith(TIMEOUT)) {
      long most = StubOptions.MAX_TIMEOUT.toSeconds();
      long seconds = Math.clamp(number(word, words, end, origin), 1, most);
      timeout = new Setting<>(Duration.ofSeconds(seconds), origin);
    } else if (word.startsWith(ATTEMPTS)) {
      int number = number(word, words, end, origin);
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
   * The number behind a word's colon, as {@code atoi(3)} reads it: blanks, then digits up to
   * whatever else follows; 0 without any; the lowest bits of one that is too large.
   */
  private int number(String word, String words, int end, Origin origin) {
    String text = word.substring(word.indexOf(':') + 1);
    Matcher number =
        text.isEmpty() ? NUMBER.matcher(words).region(end, words.length()) : NUMBER.matcher(text);
    if (!number.lookingAt()) {
      remarks.add(word, "no number stands behind it; it is read as 0", origin);
      return 0;
    }
    if (!text.isEmpty() && number.end() < text.length()) {
      remarks.add(word, "what follows the number is passed over", origin);
    }
    return toInt(number.group(1), number.group(2));
  }

  /** The lowest 32 bits of what fits into 64, as C has it. */
  private static int toInt(String sign, String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      long next = value * 10 + digits.charAt(i) - '0';
      value = value > Long.MAX_VALUE / 10 || next < 0 ? Long.MAX_VALUE : next;
    }
    return (int) (sign.equals("-") ? -value : value);
  }
}
