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
 * The host of a mailbox.
 *
 * <p>RFC 1035 section 3.3.3 (experimental): one domain name, which may be compressed.
 *
 * @param host the host that has the mailbox
 */
public record MB(DomainName host) implements RData {
  /** Checks that there is a name. */
  public MB {
    Objects.requireNonNull(host, "host");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static MB read(WireReader in) throws WireFormatException {
    return new MB(in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static MB parse(TextReader in) throws TextFormatException {
    return new MB(in.name());
  }

  @Override
  public RRType type() {
    return RRType.MB;
  }

  @Override
  public void write(WireWriter out) {
    out.compressibleName(host);
  }

  @Override
  public String toString() {
    return host.toString();
  }
}
