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
 * Who is responsible for a name.
 *
 * <p>RFC 1183 section 2.2. The names are never compressed by us, but accepted if they come so (RFC
 * 3597 section 4).
 *
 * <pre>{@code
 * +------------+-----------+
 * | mbox-dname | txt-dname |
 * | name       | name      |
 * +------------+-----------+
 * }</pre>
 *
 * @param mailbox a mail address with a dot for its at sign; the root if there is none
 * @param text a name whose TXT records say more; the root if there is none
 */
public record RP(DomainName mailbox, DomainName text) implements RData {
  /** Checks that there are all fields. */
  public RP {
    Objects.requireNonNull(mailbox, "mailbox");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static RP read(WireReader in) throws WireFormatException {
    return new RP(in.name(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static RP parse(TextReader in) throws TextFormatException {
    return new RP(in.name(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.RP;
  }

  @Override
  public void write(WireWriter out) {
    out.name(mailbox);
    out.name(text);
  }

  @Override
  public String toString() {
    return mailbox + " " + text;
  }
}
