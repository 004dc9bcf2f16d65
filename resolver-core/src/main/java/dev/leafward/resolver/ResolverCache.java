// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks into a resolver's cache, as people look into that of an operating system, and clears it.
 *
 * <p>All of it works while the resolver does: a listing or a flush sees what was there when it
 * began, and perhaps what comes and goes meanwhile. A lookup under way may put back what was
 * flushed. With a name, the denials of names above it are forgotten, which may count for it too.
 */
public interface ResolverCache {

  /**
   * The answer to a question from the cache alone, aliases followed, as to a question with RD=0
   * (RFC 1034 section 4.3.1). Nothing is sent and nothing refreshed. What has expired is no answer,
   * unless stale answers are to be served at once.
   *
   * @return empty if any part of the answer is missing
   */
  Optional<Answer> peek(Question question);

  /** Everything that is held, in no order; what has expired only where it may be served stale. */
  Stream<CachedEntry> entries();

  /** The octets of heap that the entries take, as the cache counts them. */
  long octets();

  /**
   * Forgets all of a name: data, denials, its delegation, and failures to find it out.
   *
   * @return how many entries that were
   */
  int flush(DomainName name);

  /**
   * Forgets the records of a name and type, or that there are none, or that the name does not
   * exist; for type NS the delegation too.
   *
   * @return how many entries that were
   */
  int flush(DomainName name, RRType type);

  /**
   * Forgets all of a name and of the names below it.
   *
   * @return how many entries that were
   */
  int flushSubtree(DomainName name);

  /**
   * Writes what still holds as text: the lines of a zone file, each with its remaining TTL, below
   * comments that say what it is. {@link #load} can read it back.
   *
   * @throws IOException if {@code out} throws it
   */
  void dump(Appendable out) throws IOException;

  /**
   * Takes in what {@link #dump} has written. Whoever can write that text decides what the resolver
   * answers. It never takes the place of what the cache holds already, and TTLs are cut by the time
   * of day that has passed since the dump.
   *
   * @param in the text; not closed
   * @return how many entries were read
   * @throws IOException if {@code in} throws it
   * @throws TextFormatException at the first line that is not understood, with line and column;
   *     what stands above it has been taken in
   */
  int load(Reader in) throws IOException, TextFormatException;
}
