// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.TextTokenizer;
import dev.leafward.wire.io.TextTokenizer.LogicalLine;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataRegistry;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a zone (master) file, one at a time.
 *
 * <p>RFC 1035 section 5; {@code $TTL} is RFC 2308 section 4, {@code \#} RFC 3597 section 5. What a
 * record leaves out is taken from before it: the owner from the last record; the class from the
 * last one stated, IN at first; the TTL from {@code $TTL}, else from the last one stated, else, in
 * and after a SOA record without any, from its MINIMUM.
 *
 * <p>No more than one record is held in memory. Every error names source, line, column and what was
 * expected there.
 *
 * <p>{@code $INCLUDE} and {@code $GENERATE} are refused, and nothing is checked beyond the single
 * record: not that there is one SOA, nor that names are within one zone.
 */
public final class ZoneFileReader implements AutoCloseable {
  private static final long NONE = -1;

  private final Reader in;
  private final @Nullable String sourceName;
  private final TextTokenizer tokenizer;
  private final RDataRegistry registry;
  private DomainName origin;
  private @Nullable DomainName lastOwner;
  private RRClass lastClass = RRClass.IN;
  private long defaultTtl = NONE;
  private long lastTtl = NONE;

  /**
   * Prepares to read a zone file.
   *
   * @param in the text; closed by {@link #close}
   * @param sourceName what errors call it, for instance the file's name
   * @param origin what relative names are relative to until {@code $ORIGIN} says otherwise
   */
  public ZoneFileReader(Reader in, String sourceName, DomainName origin) {
    this(in, sourceName, origin, RDataRegistry.builtIn());
  }

  /**
   * Prepares to read a zone file with types of a program's own.
   *
   * @param in the text; closed by {@link #close}
   * @param sourceName what errors call it, for instance the file's name
   * @param origin what relative names are relative to until {@code $ORIGIN} says otherwise
   * @param registry how the data of each type is read
   */
  public ZoneFileReader(Reader in, String sourceName, DomainName origin, RDataRegistry registry) {
    this(in, origin, sourceName, registry);
  }

  private ZoneFileReader(
      Reader in, DomainName origin, @Nullable String sourceName, RDataRegistry registry) {
    this.in = in;
    this.sourceName = sourceName;
    this.tokenizer = new TextTokenizer(in);
    this.origin = origin;
    this.registry = registry;
  }

  /**
   * Reads all records of a zone text.
   *
   * @param text the text of a zone file
   * @param origin what relative names are relative to
   * @return the records in their order
   * @throws TextFormatException at the first error
   */
  public static List<ResourceRecord> readAll(String text, DomainName origin)
      throws TextFormatException {
    Reader in = new StringReader(text);
    try (ZoneFileReader reader = new ZoneFileReader(in, origin, null, RDataRegistry.builtIn())) {
      return reader.readRest();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /**
   * Reads all records of a zone file, and closes it.
   *
   * @param in the text
   * @param sourceName what errors call it
   * @param origin what relative names are relative to
   * @return the records in their order
   * @throws IOException if the text cannot be read
   * @throws TextFormatException at the first error
   */
  public static List<ResourceRecord> readAll(Reader in, String sourceName, DomainName origin)
      throws IOException, TextFormatException {
    try (ZoneFileReader reader = new ZoneFileReader(in, sourceName, origin)) {
      return reader.readRest();
    }
  }

  private List<ResourceRecord> readRest() throws IOException, TextFormatException {
    List<ResourceRecord> records = new ArrayList<>();
    for (ResourceRecord record = next(); record != null; record = next()) {
      records.add(record);
    }
    return records;
  }

  /**
   * Reads the next record.
   *
   * @return the record, or null at the end of the file
   * @throws IOException if the text cannot be read
   * @throws TextFormatException if the text is no zone file
   */
  public @Nullable ResourceRecord next() throws IOException, TextFormatException {
    try {
      LogicalLine line = tokenizer.next();
      while (line != null) {
        TextReader words = new TextReader(line, origin);
        if (line.startsBlank() || !words.peek().startsWith("$")) {
          return record(words, line.startsBlank());
        }
        directive(words);
        line = tokenizer.next();
      }
      return null;
    } catch (TextFormatException e) {
      throw sourceName == null ? e : e.withSource(sourceName);
    }
  }

  private void directive(TextReader words) throws TextFormatException {
    switch (words.token().toUpperCase(Locale.ROOT)) {
      case "$ORIGIN" -> origin = words.name();
      case "$TTL" -> defaultTtl = words.ttl();
      case "$INCLUDE", "$GENERATE" ->
          throw words.malformed(
              "a record, $ORIGIN or $TTL ($INCLUDE and $GENERATE are unsupported)");
      default -> throw words.malformed("a record, $ORIGIN or $TTL");
    }
    words.expectEnd();
  }

  private ResourceRecord record(TextReader words, boolean startsBlank) throws TextFormatException {
    DomainName owner = startsBlank ? lastOwner : words.name();
    if (owner == null) {
      throw words.malformed("an owner name, since no record stands before");
    }
    lastOwner = owner;
    long ttl = ttlAndClass(words);
    RRType type = type(words);
    if (ttl == NONE && defaultTtl == NONE && lastTtl == NONE && !type.equals(RRType.SOA)) {
      throw words.malformed("a TTL before the type, since no $TTL and no TTL stand before");
    }
    RData data = registry.parse(type, words);
    return new ResourceRecord(owner, lastClass, ttl == NONE ? inheritedTtl(data) : ttl, data);
  }

  /** Takes the TTL and the class, which come in either order or not; returns the TTL. */
  private long ttlAndClass(TextReader words) throws TextFormatException {
    long ttl = NONE;
    boolean classStated = false;
    for (int i = 0; i < 2; i++) {
      Optional<RRClass> rrClass = classStated ? Optional.empty() : zoneClass(words.peek());
      if (rrClass.isPresent()) {
        words.token();
        lastClass = rrClass.get();
        classStated = true;
      } else if (ttl == NONE && startsWithDigit(words.peek())) {
        ttl = words.ttl();
        lastTtl = ttl;
      }
    }
    return ttl;
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
  }

  /** ANY and NONE are no classes of records, and ANY is a type too. */
  private static Optional<RRClass> zoneClass(String word) {
    return RRClass.find(word)
        .filter(found -> !found.equals(RRClass.ANY) && !found.equals(RRClass.NONE));
  }

  private static RRType type(TextReader words) throws TextFormatException {
    String expectation = "a TTL, a class or an RR type";
    String word = words.token(expectation);
    RRType type = RRType.find(word).orElseThrow(() -> words.malformed(expectation));
    if (type.isMeta()) {
      throw words.malformed("an RR type that a zone can hold");
    }
    return type;
  }

  private long inheritedTtl(RData data) {
    if (defaultTtl != NONE) {
      return defaultTtl;
    }
    if (lastTtl == NONE && data instanceof SOA soa) {
      lastTtl = Math.min(soa.minimum(), ResourceRecord.MAX_TTL);
    }
    return lastTtl;
  }

  /**
   * Closes the text.
   *
   * @throws IOException if that fails
   */
  @Override
  public void close() throws IOException {
    in.close();
  }
}
