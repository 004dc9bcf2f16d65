// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.leafward.cli.text.Printable;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import dev.leafward.wire.rdata.RRType;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads questions, one a line: a name, or a name and a type as dnsperf has them.
 *
 * <p>Empty lines and those that begin with {@code #} or {@code ;} are passed over. A line that is
 * no question comes out as such, with the reason: it is neither lost nor does it end the run.
 */
final class QuestionFile {
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private final BufferedReader reader;
  private final RRType type;
  private long lines;

  /**
   * Questions from a reader.
   *
   * @param type what is asked for where a line names no type
   */
  QuestionFile(BufferedReader reader, RRType type) {
    this.reader = reader;
    this.type = type;
  }

  /**
   * The next entry; empty at the end.
   *
   * @throws IOException if the file cannot be read
   */
  Optional<Entry> next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      lines++;
      String line = text.strip();
      if (!isPassedOver(line)) {
        return Optional.of(entry(line));
      }
    }
    return Optional.empty();
  }

  /**
   * Passes over so many entries.
   *
   * @throws IOException if the file cannot be read, or has not so many: then it is not the one that
   *     was begun
   */
  void skip(long entries) throws IOException {
    for (long i = 0; i < entries; i++) {
      if (next().isEmpty()) {
        throw new IOException(
            "there are " + entries + " results already, but only " + i + " questions");
      }
    }
  }

  /**
   * How many entries are left. Reads all of them.
   *
   * @throws IOException if the file cannot be read
   */
  long count() throws IOException {
    long count = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      count += isPassedOver(text.strip()) ? 0 : 1;
    }
    return count;
  }

  private static boolean isPassedOver(String line) {
    return line.isEmpty() || line.startsWith("#") || line.startsWith(";");
  }

  private Entry entry(String line) {
    List<String> words = WORDS.splitToList(line);
    if (words.size() > 2) {
      return refused(
          line, "a line is a name, or a name and a type, not " + words.size() + " words");
    }
    Optional<RRType> wanted = words.size() == 1 ? Optional.of(type) : RRType.find(words.get(1));
    if (wanted.isEmpty()) {
      return refused(line, "'" + words.get(1) + "' is no record type");
    }
    if (wanted.get().isMeta() && !wanted.get().equals(RRType.ANY)) {
      return refused(line, wanted.get() + " is no type of stored records");
    }
    try {
      return new Entry.Asked(lines, new Question(DomainName.of(words.getFirst()), wanted.get()));
    } catch (InvalidNameException e) {
      return refused(line, "'" + words.getFirst() + "' is not a domain name: " + e.getMessage());
    }
  }

  private Entry refused(String line, String reason) {
    return new Entry.Refused(lines, Printable.of(line), Printable.of(reason));
  }
}
