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
 * A member of the mail group that is the owner.
 *
 * <p>RFC 1035 section 3.3.6 (experimental): one domain name, which may be compressed.
 *
 * @param mailbox the mailbox that is a member
 */
public record MG(DomainName mailbox) implements RData {
  /** Checks that there is a name. */
  public MG {
    Objects.requireNonNull(mailbox, "mailbox");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MG read(WireReader in) throws WireFormatException {
    return new MG(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MG parse(TextReader in) throws TextFormatException {
    return new MG(in.name());
  }

  @Override
  public RRType type() {
    return RRType.MG;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(mailbox);
  }

  @Override
  public String toString() {
    return mailbox.toString();
  }
}
