// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.TextTokenizer.LogicalLine;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a zone (master) file, one at a time.
 *
 * <p>RFC 1035 section 5; {@code $TTL} is RFC 2308 section 4, {@code \#} RFC 3597 section 5, {@code
 * $GENERATE} BIND's. What a record leaves out is taken from before it: the owner from the last
 * record; the class from the last one stated, IN at first; the TTL from {@code $TTL}, else from the
 * last one stated, else, in and after a SOA record without any, from its MINIMUM.
 *
 * <p>{@code $INCLUDE} is refused unless {@link ZoneFileOptions#includeFolder} says where its files
 * are. An included file begins with the origin that the directive names, else with the current one;
 * behind it, origin and owner are again what they were before, while {@code $TTL}, TTL and class
 * stay as it left them.
 *
 * <p>No more than one record is held in memory. Every error names source, line, column and what was
 * expected there, and reading can go on behind it.
 *
 * <p>Nothing is checked beyond the single record: not that there is one SOA, nor that names are
 * within one zone.
 */
public final class ZoneFileReader implements AutoCloseable {
  private static final String DIRECTIVES = "a record, $ORIGIN, $TTL, $INCLUDE or $GENERATE";

  private final ZoneFileOptions options;
  private final RecordContext context;
  private final Deque<ZoneText> including = new ArrayDeque<>();
  private ZoneText text;
  private @Nullable GeneratedLines generated;

  /**
   * Prepares to read a zone file with the {@linkplain ZoneFileOptions#DEFAULT default options}.
   *
   * @param in the text; closed by {@link #close}
   * @param sourceName what errors call it, for instance the file's name
   * @param origin what relative names are relative to until {@code $ORIGIN} says otherwise
   */
  public ZoneFileReader(Reader in, String sourceName, DomainName origin) {
    this(in, sourceName, origin, ZoneFileOptions.DEFAULT);
  }

  /**
   * Prepares to read a zone file.
   *
   * @param in the text; closed by {@link #close}
   * @param sourceName what errors call it, for instance the file's name
   * @param origin what relative names are relative to until {@code $ORIGIN} says otherwise
   * @param options whether it may include others, and how the data of each type is read
   */
  public ZoneFileReader(Reader in, String sourceName, DomainName origin, ZoneFileOptions options) {
    this(new ZoneText(in, sourceName, origin), options);
  }

  private ZoneFileReader(ZoneText text, ZoneFileOptions options) {
    this.text = text;
    this.options = options;
    this.context = new RecordContext(options.registry());
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
    ZoneText unnamed = new ZoneText(new StringReader(text), null, origin);
    try (ZoneFileReader reader = new ZoneFileReader(unnamed, ZoneFileOptions.DEFAULT)) {
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
   * @throws IOException if the text, or one it includes, cannot be read
   * @throws TextFormatException if the text is no zone file
   */
  public @Nullable ResourceRecord next() throws IOException, TextFormatException {
    try {
      LogicalLine line = nextLine();
      while (line != null) {
        TextReader words = new TextReader(line, text.origin());
        if (generated != null || line.startsBlank() || !words.peek().startsWith("$")) {
          return context.record(owner(words, line), words);
        }
        directive(words, line);
        line = nextLine();
      }
      return null;
    } catch (TextFormatException e) {
      throw text.named(e);
    }
  }

  private @Nullable LogicalLine nextLine() throws IOException, TextFormatException {
    if (generated != null && generated.hasNext()) {
      return generated.next();
    }
    generated = null;
    LogicalLine line = text.nextLine();
    while (line == null && !including.isEmpty()) {
      text.close();
      text = including.pop();
      line = text.nextLine();
    }
    return line;
  }

  /** Takes the owner. One that was generated is nobody's last owner. */
  private DomainName owner(TextReader words, LogicalLine line) throws TextFormatException {
    return generated == null ? text.owner(words, line.startsBlank()) : words.name();
  }

  private void directive(TextReader words, LogicalLine line)
      throws IOException, TextFormatException {
    switch (words.token().toUpperCase(Locale.ROOT)) {
      case "$ORIGIN" -> {
        DomainName origin = words.name();
        words.expectEnd();
        text.origin(origin);
      }
      case "$TTL" -> {
        long ttl = words.ttl();
        words.expectEnd();
        context.defaultTtl(ttl);
      }
      case "$INCLUDE" -> include(words);
      case "$GENERATE" -> generate(words, line);
      default -> throw words.malformed(DIRECTIVES);
    }
  }

  private void generate(TextReader words, LogicalLine line) throws TextFormatException {
    if (options.maxGenerated() == 0) {
      throw words.malformed("a record or another directive ($GENERATE is off)");
    }
    generated = GeneratedLines.read(line, words, context, options.maxGenerated());
  }

  private void include(TextReader words) throws IOException, TextFormatException {
    Path folder = options.includeFolder().orElse(null);
    if (folder == null) {
      throw words.malformed("a record or another directive ($INCLUDE is off)");
    }
    String expectation = "a file in the include folder";
    String name = new String(words.octetString(expectation), StandardCharsets.UTF_8);
    Path file;
    try {
      file = new IncludeFolder(folder).find(name);
    } catch (IllegalArgumentException e) {
      throw words.malformed(expectation + " (" + e.getMessage() + ")");
    }
    if (text.isOf(file) || including.stream().anyMatch(outer -> outer.isOf(file))) {
      throw words.malformed("a file that does not include itself");
    }
    if (including.size() == options.maxIncludeDepth()) {
      throw words.malformed("no files within " + options.maxIncludeDepth() + " others");
    }
    DomainName origin = words.hasNext() ? words.name() : text.origin();
    words.expectEnd();
    ZoneText included = text.include(file, name, origin);
    including.push(text);
    text = included;
  }

  /**
   * Closes the text, and those it includes.
   *
   * @throws IOException if that fails
   */
  @Override
  public void close() throws IOException {
    try {
      text.close();
    } finally {
      if (!including.isEmpty()) {
        text = including.pop();
        close();
      }
    }
  }
}
