// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.wire.message.ResourceRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes entries of the cache as text: each as a heading that says what it is, then its records as
 * the lines of a zone file (RFC 1035 section 5.1) with their remaining TTLs.
 *
 * <pre>
 *   ;; leafward cache 1, 2026-01-01T00:00:00Z
 *   ;; data ANSWER
 *   www.example.com. 298 IN A 192.0.2.80
 *   ;; no-data ftp.example.com. AAAA
 *   example.com. 60 IN SOA ns.example.com. hostmaster.example.com. 1 1800 900 604800 60
 * </pre>
 *
 * <p>To a reader of zone files the headings are comments. {@link CacheLoader} reads them too.
 */
public final class CacheDump {

  /** What a heading begins with. */
  static final String HEADING = ";; ";

  /** What the first heading begins with; the time of day follows. */
  static final String FIRST_HEADING = HEADING + "leafward cache 1, ";

  private CacheDump() {}

  /**
   * Writes what still holds.
   *
   * @param at the time of day, which goes into the first line
   * @throws IOException if {@code out} throws it
   */
  public static void write(Stream<CachedEntry> entries, Instant at, Appendable out)
      throws IOException {
    out.append(FIRST_HEADING).append(at.toString()).append('\n');
    Iterator<CachedEntry> each = entries.filter(entry -> !entry.isStale()).iterator();
    while (each.hasNext()) {
      write(each.next(), out);
    }
  }

  private static void write(CachedEntry entry, Appendable out) throws IOException {
    out.append(HEADING).append(heading(entry)).append('\n');
    for (ResourceRecord record : entry.rrset().records()) {
      out.append(record.toString()).append('\n');
    }
  }

  private static String heading(CachedEntry entry) {
    return switch (entry) {
      case CachedEntry.Data data -> "data " + data.rank().name().toLowerCase(Locale.ROOT);
      case CachedEntry.Delegation delegation -> "delegation";
      case CachedEntry.NoData none -> "no-data " + none.name() + " " + none.type();
      case CachedEntry.NoSuchName none -> "no-such-name " + none.name();
    };
  }
}
