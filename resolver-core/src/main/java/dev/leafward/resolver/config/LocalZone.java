// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.text.ZoneFileReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that are answered on the spot, without asking anybody.
 *
 * <pre>{@code
 * LocalZone.of("lan.example", LocalZoneType.STATIC)
 *     .withSoa()
 *     .with("printer A 192.0.2.7", "nas 300 AAAA 2001:db8::7")
 * }</pre>
 *
 * <p>A denial carries the SOA of the zone's top if the data have one, and says by it how long it
 * holds; without, it holds for no time at all (RFC 2308 section 5).
 *
 * @param zone the name at the top
 * @param type what becomes of names that the data do not have
 * @param records the data, all at or below the zone
 */
public record LocalZone(DomainName zone, LocalZoneType type, List<ResourceRecord> records) {

  /** The TTL of records that are given none, in seconds; Unbound's. */
  public static final int DEFAULT_TTL = 3_600;

  /** What zones that exist only here say of themselves (RFC 6303 section 3; the data Unbound's). */
  private static final String SOA_DATA = "SOA localhost. nobody.invalid. 1 3600 1200 604800 10800";

  /** Checks that the records are in the zone. */
  public LocalZone {
    records = List.copyOf(records);
    for (ResourceRecord record : records) {
      if (!record.name().isAtOrBelow(zone)) {
        throw new IllegalArgumentException(record.name() + " is not in the local zone " + zone);
      }
    }
  }

  /** A zone without data. */
  public static LocalZone of(String zone, LocalZoneType type) {
    return new LocalZone(DomainName.of(zone), type, List.of());
  }

  /**
   * This zone with these records as well.
   *
   * @param lines each one or more records as in a zone file (RFC 1035 section 5.1): a name without
   *     a final dot is relative to the zone, {@code @} is the zone itself, the TTL is {@link
   *     #DEFAULT_TTL} unless given
   * @throws IllegalArgumentException if a line cannot be read, or its name is not in the zone
   */
  public LocalZone with(String... lines) {
    return with(read(zone, lines));
  }

  /** This zone with these records as well. */
  public LocalZone with(List<ResourceRecord> more) {
    List<ResourceRecord> all = new ArrayList<>(records);
    all.addAll(more);
    return new LocalZone(zone, type, all);
  }

  /** This zone with an SOA record of ordinary content, which holds its denials for three hours. */
  public LocalZone withSoa() {
    return with("@ 10800 IN " + SOA_DATA);
  }

  /** The records as RRsets. */
  public List<RRset> rrsets() {
    return RRset.group(records);
  }

  static List<ResourceRecord> read(DomainName origin, String... lines) {
    try {
      String text = "$TTL " + DEFAULT_TTL + "\n" + String.join("\n", lines) + "\n";
      return ZoneFileReader.readAll(text, origin);
    } catch (TextFormatException e) {
      throw new IllegalArgumentException("no local data: " + e.getMessage(), e);
    }
  }

  /** Such as {@code local zone lan.example.}. */
  @Override
  public String toString() {
    return "local zone " + zone;
  }
}
