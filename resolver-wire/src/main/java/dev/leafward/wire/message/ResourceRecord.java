// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.Objects;

/**
 * One resource record: an owner, a class, a time to live, and data that knows its type.
 *
 * <p>RFC 1035 4.1.3, RFC 2181 8 (the range of the TTL).
 *
 * @param name the name the record stands at
 * @param rrClass its class
 * @param ttl how long it may be kept, in seconds: 0 to 2147483647
 * @param data its data
 */
public record ResourceRecord(DomainName name, RRClass rrClass, long ttl, RData data) {
  /** The longest time to live, in seconds (RFC 2181 8). */
  public static final long MAX_TTL = 0x7FFF_FFFFL;

  /** Checks the TTL and that nothing is null. */
  public ResourceRecord {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rrClass, "rrClass");
    Objects.requireNonNull(data, "data");
    if (ttl < 0 || ttl > MAX_TTL) {
      throw new IllegalArgumentException("a TTL of " + ttl + " seconds");
    }
  }

  /** Returns the type of the record. */
  public RRType type() {
    return data.type();
  }

  /** Returns the same record with another time to live, in seconds. */
  public ResourceRecord withTtl(long seconds) {
    return new ResourceRecord(name, rrClass, seconds, data);
  }

  /** Returns the line of a zone file: {@code www.example.com. 300 IN A 192.0.2.1}. */
  @Override
  public String toString() {
    return name + " " + ttl + " " + rrClass + " " + type() + " " + data;
  }
}
