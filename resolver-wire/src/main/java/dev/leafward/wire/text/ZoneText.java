// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.TextTokenizer;
import dev.leafward.wire.io.TextTokenizer.LogicalLine;
import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One text while it is read, the zone file itself or one that it includes, with what holds in that
 * text only: its origin, and the owner of its last record.
 */
final class ZoneText {
  private final Reader in;
  private final TextTokenizer tokenizer;
  private final @Nullable String name;
  private final @Nullable Path file;
  private @Nullable DomainName lastOwner;
  private DomainName origin;

  ZoneText(Reader in, @Nullable String name, DomainName origin) {
    this(in, name, null, origin, null);
  }

  private ZoneText(
      Reader in,
      @Nullable String name,
      @Nullable Path file,
      DomainName origin,
      @Nullable DomainName lastOwner) {
    this.in = in;
    this.tokenizer = new TextTokenizer(in);
    this.name = name;
    this.file = file;
    this.origin = origin;
    this.lastOwner = lastOwner;
  }

  /** Begins a file that this text includes; it may begin with more data of this one's owner. */
  ZoneText include(Path included, String includedName, DomainName includedOrigin)
      throws IOException {
    return new ZoneText(
        IncludeFolder.open(included), includedName, included, includedOrigin, lastOwner);
  }

  @Nullable LogicalLine nextLine() throws IOException, TextFormatException {
    return tokenizer.next();
  }

  boolean isOf(Path other) {
    return other.equals(file);
  }

  DomainName origin() {
    return origin;
  }

  void origin(DomainName newOrigin) {
    origin = newOrigin;
  }

  /** Takes the owner of a record, unless the line leaves it out. */
  DomainName owner(TextReader words, boolean startsBlank) throws TextFormatException {
    DomainName owner = startsBlank ? lastOwner : words.name();
    if (owner == null) {
      throw words.malformed("an owner name, since no record stands before");
    }
    lastOwner = owner;
    return owner;
  }

  /** Returns the same error with the name of this text. */
  TextFormatException named(TextFormatException error) {
    return name == null ? error : error.withSource(name);
  }

  void close() throws IOException {
    in.close();
  }
}
