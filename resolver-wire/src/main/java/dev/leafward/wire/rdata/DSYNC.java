// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a parent wants to be told that a child's records have changed.
 *
 * <p>RFC 9859 section 2. The name is not compressed.
 *
 * <pre>{@code
 * +--------+--------+------+--------+
 * | RRtype | Scheme | Port | Target |
 * | u16    | u8     | u16  | name   |
 * +--------+--------+------+--------+
 * }</pre>
 *
 * @param notifiedType the type of record whose change is told: CDS or CSYNC
 * @param scheme 0..255, how to tell: {@link #NOTIFY}
 * @param port 0..65535
 * @param target the host to tell
 */
public record DSYNC(RRType notifiedType, int scheme, int port, DomainName target) implements RData {
  /** The scheme of a DNS NOTIFY message (section 3). */
  public static final int NOTIFY = 1;

  private static final String NOTIFY_MNEMONIC = "NOTIFY";

  /** Checks the ranges. */
  public DSYNC {
    Objects.requireNonNull(notifiedType, "notifiedType");
    Fields.checkU8("scheme", scheme);
    Fields.checkU16("port", port);
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static DSYNC read(WireReader in) throws WireFormatException {
    return new DSYNC(RRType.of(in.u16()), in.u8(), in.u16(), Fields.uncompressedName(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static DSYNC parse(TextReader in) throws TextFormatException {
    return new DSYNC(Fields.type(in), parseScheme(in), in.u16(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.DSYNC;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(notifiedType.code());
    out.u8(scheme);
    out.u16(port);
    out.name(target);
  }

  private static int parseScheme(TextReader in) throws TextFormatException {
    if (in.peek().toUpperCase(Locale.ROOT).equals(NOTIFY_MNEMONIC)) {
      in.token();
      return NOTIFY;
    }
    return in.u8();
  }

  @Override
  public String toString() {
    String how = scheme == NOTIFY ? NOTIFY_MNEMONIC : Integer.toString(scheme);
    return notifiedType + " " + how + " " + port + " " + target;
  }
}
