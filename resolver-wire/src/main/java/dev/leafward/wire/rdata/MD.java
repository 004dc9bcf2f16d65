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
 * A host that takes and delivers mail for the owner, of the days before MX.
 *
 * <p>RFC 1035 section 3.3.4 (obsolete): one domain name, which may be compressed.
 *
 * @param mailAgent the host's name
 */
public record MD(DomainName mailAgent) implements RData {
  /** Checks that there is a name. */
  public MD {
    Objects.requireNonNull(mailAgent, "mailAgent");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MD read(WireReader in) throws WireFormatException {
    return new MD(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MD parse(TextReader in) throws TextFormatException {
    return new MD(in.name());
  }

  @Override
  public RRType type() {
    return RRType.MD;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(mailAgent);
  }

  @Override
  public String toString() {
    return mailAgent.toString();
  }
}
