// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import com.google.common.base.Splitter;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRSIG;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CacheDump} has written.
 *
 * <p>One record stands on one line, in full: no directives, no brackets over several lines. TTLs
 * are cut by the time of day that has passed since the dump; a clock that was set back makes none
 * longer. What has expired by then is left out. It holds one entry in memory.
 *
 * <p>Not safe for use by several threads; it reads one text.
 */
public final class CacheLoader {
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private final BufferedReader in;
  private final Instant now;
  private final Consumer<CachedEntry> target;
  private int line;
  private int read;
  private long passedSeconds = -1;
  private @Nullable Heading heading;
  private final List<ResourceRecord> records = new ArrayList<>();

  /**
   * Prepares to read a text.
   *
   * @param now the time of day
   * @param target takes each entry as it is read
   */
  public CacheLoader(Reader in, Instant now, Consumer<CachedEntry> target) {
    this.in = new BufferedReader(in);
    this.now = now;
    this.target = target;
  }

  /** What the records below a heading are. */
  private sealed interface Heading {
    record Data(CachedEntry.Rank rank) implements Heading {}

    record Delegation() implements Heading {}

    record NoData(DomainName name, RRType type) implements Heading {}

    record NoSuchName(DomainName name) implements Heading {}
  }

  /**
   * Reads it to its end.
   *
   * @return how many entries still held
   * @throws IOException if the text cannot be read
   * @throws TextFormatException at the first line that is not understood
   */
  public int load() throws IOException, TextFormatException {
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (text.startsWith(CacheDump.HEADING)) {
        finish();
        begin(text);
      } else if (!text.isBlank() && !text.startsWith(";")) {
        records.add(record(text));
      }
    }
    line++;
    finish();
    if (passedSeconds < 0) {
      throw error("expected a line that begins with \"" + CacheDump.FIRST_HEADING + "\"", 1);
    }
    return read;
  }

  private void begin(String text) throws TextFormatException {
    if (passedSeconds < 0) {
      passedSeconds = passedSince(text);
    } else {
      heading = heading(text);
    }
  }

  private long passedSince(String text) throws TextFormatException {
    if (!text.startsWith(CacheDump.FIRST_HEADING)) {
      throw error("expected \"" + CacheDump.FIRST_HEADING + "\" and a time", 1);
    }
    int at = CacheDump.FIRST_HEADING.length();
    try {
      Instant dumped = Instant.parse(text.substring(at).strip());
      return Math.max(0, Duration.between(dumped, now).toSeconds());
    } catch (DateTimeException | ArithmeticException e) {
      throw error("expected a time such as 2026-01-01T00:00:00Z", at + 1);
    }
  }

  private Heading heading(String text) throws TextFormatException {
    List<String> words = WORDS.splitToList(text.substring(CacheDump.HEADING.length()));
    String kind = words.isEmpty() ? "" : words.getFirst();
    int expected =
        switch (kind) {
          case "delegation" -> 1;
          case "data", "no-such-name" -> 2;
          case "no-data" -> 3;
          default ->
              throw error(
                  "expected data, delegation, no-data or no-such-name, not "
                      + TextFormatException.quoted(kind),
                  CacheDump.HEADING.length() + 1);
        };
    if (words.size() != expected) {
      throw error("expected " + expected + " words in this heading, not " + words.size(), 1);
    }
    return switch (kind) {
      case "delegation" -> new Heading.Delegation();
      case "data" -> new Heading.Data(rank(words.get(1), text));
      case "no-data" -> new Heading.NoData(name(words.get(1), text), type(words.get(2), text));
      default -> new Heading.NoSuchName(name(words.get(1), text));
    };
  }

  private CachedEntry.Rank rank(String word, String text) throws TextFormatException {
    for (CachedEntry.Rank rank : CachedEntry.Rank.values()) {
      if (rank.name().toLowerCase(Locale.ROOT).equals(word)) {
        return rank;
      }
    }
    throw unexpected("a rank", word, text);
  }

  private DomainName name(String word, String text) throws TextFormatException {
    try {
      return DomainName.of(word);
    } catch (InvalidNameException e) {
      throw unexpected("a name", word, text);
    }
  }

  private RRType type(String word, String text) throws TextFormatException {
    Optional<RRType> type = RRType.find(word);
    if (type.isEmpty() || type.get().isMeta()) {
      throw unexpected("a type of records", word, text);
    }
    return type.get();
  }

  private ResourceRecord record(String text) throws TextFormatException {
    if (heading == null) {
      throw error("expected a heading above this record", 1);
    }
    if (text.startsWith("$")) {
      throw error("expected a record, not a directive", 1);
    }
    ResourceRecord record;
    try {
      List<ResourceRecord> one = ZoneFileReader.readAll(text + "\n", DomainName.ROOT);
      if (one.size() != 1) {
        throw error("expected a record", 1);
      }
      record = one.getFirst();
    } catch (TextFormatException e) {
      throw error(e.reason(), e.column());
    }
    if (!record.rrClass().equals(RRClass.IN)) {
      throw error("expected class IN, not " + record.rrClass(), 1);
    }
    if (!records.isEmpty() && !belongsTo(records.getFirst(), record)) {
      throw error("expected another record of the same RRset", 1);
    }
    return record;
  }

  private static boolean belongsTo(ResourceRecord first, ResourceRecord record) {
    RRType type =
        record.data() instanceof RRSIG signature ? signature.typeCovered() : record.type();
    return record.name().equals(first.name()) && type.equals(first.type());
  }

  /** Hands over what stood below the heading before this line. */
  private void finish() throws TextFormatException {
    Heading above = heading;
    heading = null;
    if (above == null) {
      return;
    }
    if (records.isEmpty() || records.getFirst().data() instanceof RRSIG) {
      throw error("expected records below the heading before this line", 1);
    }
    RRset rrset = RRset.of(records.toArray(ResourceRecord[]::new));
    records.clear();
    check(above, rrset);
    long left = rrset.ttl() - passedSeconds;
    if (left > 0) {
      target.accept(entry(above, rrset.withTtl(left)));
      read++;
    }
  }

  private void check(Heading above, RRset rrset) throws TextFormatException {
    switch (above) {
      case Heading.Data data -> {}
      case Heading.Delegation delegation -> requireType(RRType.NS, rrset);
      case Heading.NoData none -> requireSoaAbove(none.name(), rrset);
      case Heading.NoSuchName none -> requireSoaAbove(none.name(), rrset);
    }
  }

  private void requireSoaAbove(DomainName name, RRset rrset) throws TextFormatException {
    requireType(RRType.SOA, rrset);
    if (!name.isAtOrBelow(rrset.name())) {
      throw error("expected, before this line, the SOA of a zone that " + name + " is in", 1);
    }
  }

  private void requireType(RRType type, RRset rrset) throws TextFormatException {
    if (!rrset.type().equals(type)) {
      throw error("expected " + type + " records before this line, not " + rrset.type(), 1);
    }
  }

  private static CachedEntry entry(Heading above, RRset rrset) {
    long left = rrset.ttl();
    return switch (above) {
      case Heading.Data data -> new CachedEntry.Data(rrset, data.rank(), left);
      case Heading.Delegation delegation -> new CachedEntry.Delegation(rrset, left);
      case Heading.NoData none -> new CachedEntry.NoData(none.name(), none.type(), rrset, left);
      case Heading.NoSuchName none -> new CachedEntry.NoSuchName(none.name(), rrset, left);
    };
  }

  private TextFormatException unexpected(String what, String word, String text) {
    return error(
        "expected " + what + ", not " + TextFormatException.quoted(word), text.indexOf(word) + 1);
  }

  private TextFormatException error(String reason, int column) {
    return new TextFormatException(reason, line, column);
  }
}
