// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.Objects;

/**
 * The start of a zone of authority: its primary server, its contact and its timers.
 *
 * <p>RFC 1035 section 3.3.13; both names may be compressed.
 *
 * <pre>{@code
 * +---------+---------+--------+---------+-------+--------+---------+
 * | MNAME   | RNAME   | SERIAL | REFRESH | RETRY | EXPIRE | MINIMUM |
 * | name    | name    | u32    | u32     | u32   | u32    | u32     |
 * +---------+---------+--------+---------+-------+--------+---------+
 * }</pre>
 *
 * @param primary MNAME, the server that the zone's data comes from
 * @param mailbox RNAME, the contact's mail address with a dot for its at sign
 * @param serial the version of the zone, compared by RFC 1982
 * @param refresh seconds between a secondary's looks at the primary
 * @param retry seconds after which a secondary tries again
 * @param expire seconds after which a secondary gives up the zone
 * @param minimum seconds that bound the time a negative answer is kept (RFC 2308 section 4)
 */
public record SOA(
    DomainName primary,
    DomainName mailbox,
    long serial,
    long refresh,
    long retry,
    long expire,
    long minimum)
    implements RData {
  /** Checks the ranges. */
  public SOA {
    Objects.requireNonNull(primary, "primary");
    Objects.requireNonNull(mailbox, "mailbox");
    Fields.checkU32("serial", serial);
    Fields.checkU32("refresh", refresh);
    Fields.checkU32("retry", retry);
    Fields.checkU32("expire", expire);
    Fields.checkU32("minimum", minimum);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SOA read(WireReader in) throws WireFormatException {
    return new SOA(in.name(), in.name(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SOA parse(TextReader in) throws TextFormatException {
    return new SOA(
        in.name(), in.name(), in.u32(), in.seconds(), in.seconds(), in.seconds(), in.seconds());
  }

  @Override
  public RRType type() {
    return RRType.SOA;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(primary);
    out.compressibleName(mailbox);
    out.u32(serial);
    out.u32(refresh);
    out.u32(retry);
    out.u32(expire);
    out.u32(minimum);
  }

  @Override
  public String toString() {
    return primary + " " + mailbox + " " + serial + " " + refresh + " " + retry + " " + expire + " "
        + minimum;
  }
}
