// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataRegistry;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import java.util.Optional;

/**
 * Reads the records of a zone file from their lines, and remembers what the next one may leave out.
 *
 * <p>RFC 1035 section 5.1 (class, TTL), RFC 2308 section 4 ({@code $TTL}, MINIMUM).
 */
final class RecordContext {
  private static final long NONE = -1;

  private final RDataRegistry registry;
  private RRClass lastClass = RRClass.IN;
  private long defaultTtl = NONE;
  private long lastTtl = NONE;

  RecordContext(RDataRegistry registry) {
    this.registry = registry;
  }

  void defaultTtl(long seconds) {
    defaultTtl = seconds;
  }

  /** Reads all that stands behind the owner. */
  ResourceRecord record(DomainName owner, TextReader words) throws TextFormatException {
    long ttl = ttlAndClass(words);
    RRType type = type(words);
    if (ttl == NONE && defaultTtl == NONE && lastTtl == NONE && !type.equals(RRType.SOA)) {
      throw words.malformed("a TTL before the type, since no $TTL and no TTL stand before");
    }
    RData data = registry.parse(type, words);
    return new ResourceRecord(owner, lastClass, ttl == NONE ? inheritedTtl(data) : ttl, data);
  }

  /** Takes the TTL and the class, which come in either order or not; returns the TTL. */
  long ttlAndClass(TextReader words) throws TextFormatException {
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

  /** Takes the type, which must be one of data. */
  RRType type(TextReader words) throws TextFormatException {
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
}
