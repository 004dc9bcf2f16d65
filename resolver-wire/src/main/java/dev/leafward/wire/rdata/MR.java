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
 * The new name of the mailbox that is the owner.
 *
 * <p>RFC 1035 section 3.3.8 (experimental): one domain name, which may be compressed.
 *
 * @param newName the mailbox that the owner was renamed to
 */
public record MR(DomainName newName) implements RData {
  /** Checks that there is a name. */
  public MR {
    Objects.requireNonNull(newName, "newName");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MR read(WireReader in) throws WireFormatException {
    return new MR(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MR parse(TextReader in) throws TextFormatException {
    return new MR(in.name());
  }

  @Override
  public RRType type() {
    return RRType.MR;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(newName);
  }

  @Override
  public String toString() {
    return newName.toString();
  }
}
