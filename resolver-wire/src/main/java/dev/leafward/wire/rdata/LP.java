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
 * A name whose L32 and L64 records are the locators of the owner.
 *
 * <p>RFC 6742 section 2.4; the name is not compressed.
 *
 * <pre>{@code
 * +------------+------+
 * | Preference | FQDN |
 * | u16        | name |
 * +------------+------+
 * }</pre>
 *
 * @param preference 0..65535, lower is tried first
 * @param target the name, not the owner itself
 */
public record LP(int preference, DomainName target) implements RData {
  /** Checks the range. */
  public LP {
    Fields.checkU16("preference", preference);
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static LP read(WireReader in) throws WireFormatException {
    return new LP(in.u16(), Fields.uncompressedName(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static LP parse(TextReader in) throws TextFormatException {
    return new LP(in.u16(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.LP;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(preference);
    out.name(target);
  }

  @Override
  public String toString() {
    return preference + " " + target;
  }
}
