// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * Which DHCP client a name belongs to, as a digest.
 *
 * <p>RFC 4701 section 3.1: an identifier type (u16), a digest type (u8) and a digest, which stay
 * together here as they do in the text form.
 *
 * @param identity at least one octet
 */
public record DHCID(Octets identity) implements RData {
  /** Checks the length. */
  public DHCID {
    Fields.checkNotEmpty("identity", identity);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static DHCID read(WireReader in) throws WireFormatException {
    return new DHCID(Fields.rest(in, "identity"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static DHCID parse(TextReader in) throws TextFormatException {
    return new DHCID(Fields.base64Rest(in, "identity"));
  }

  @Override
  public RRType type() {
    return RRType.DHCID;
  }

  @Override
  public void write(WireWriter out) {
    identity.write(out);
  }

  @Override
  public String toString() {
    return identity.base64Blocks();
  }
}
