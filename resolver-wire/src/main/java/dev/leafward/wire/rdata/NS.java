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
 * An authoritative name server of a zone.
 *
 * <p>RFC 1035 section 3.3.11: one domain name, which may be compressed.
 *
 * @param nameServer the server's name, which should not be an alias (RFC 2181 section 10.3)
 */
public record NS(DomainName nameServer) implements RData {
  /** Checks that there is a name. */
  public NS {
    Objects.requireNonNull(nameServer, "nameServer");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NS read(WireReader in) throws WireFormatException {
    return new NS(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NS parse(TextReader in) throws TextFormatException {
    return new NS(in.name());
  }

  @Override
  public RRType type() {
    return RRType.NS;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(nameServer);
  }

  @Override
  public String toString() {
    return nameServer.toString();
  }
}
