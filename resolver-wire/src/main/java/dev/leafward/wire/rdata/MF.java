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
 * A host that takes mail for the owner and forwards it, of the days before MX.
 *
 * <p>RFC 1035 section 3.3.5 (obsolete): one domain name, which may be compressed.
 *
 * @param mailAgent the host's name
 */
public record MF(DomainName mailAgent) implements RData {
  /** Checks that there is a name. */
  public MF {
    Objects.requireNonNull(mailAgent, "mailAgent");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MF read(WireReader in) throws WireFormatException {
    return new MF(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MF parse(TextReader in) throws TextFormatException {
    return new MF(in.name());
  }

  @Override
  public RRType type() {
    return RRType.MF;
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
