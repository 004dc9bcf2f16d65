// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * The OpenPGP key of a mail user.
 *
 * <p>RFC 7929 section 2: a transferable public key (RFC 9580 section 10.1), in base64 as text.
 *
 * @param key at least one octet, not looked into
 */
public record OPENPGPKEY(Octets key) implements RData {
  /** Checks the ranges. */
  public OPENPGPKEY {
    Fields.checkNotEmpty("public key", key);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static OPENPGPKEY read(WireReader in) throws WireFormatException {
    return new OPENPGPKEY(Fields.rest(in, "public key"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static OPENPGPKEY parse(TextReader in) throws TextFormatException {
    return new OPENPGPKEY(Fields.base64Rest(in, "public key"));
  }

  @Override
  public RRType type() {
    return RRType.OPENPGPKEY;
  }

  @Override
  public void write(WireWriter out) {
    key.write(out);
  }

  @Override
  public String toString() {
    return key.base64Blocks();
  }
}
