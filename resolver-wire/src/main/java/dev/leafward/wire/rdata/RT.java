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
 * A host that forwards to a host without an address in the Internet.
 *
 * <p>RFC 1183 section 3.3. The name is never compressed by us, but accepted if it comes so (RFC
 * 3597 section 4).
 *
 * <pre>{@code
 * +------------+-------------------+
 * | preference | intermediate-host |
 * | u16        | name              |
 * +------------+-------------------+
 * }</pre>
 *
 * @param preference 0..65535, lower is tried first
 * @param intermediate the host that forwards
 */
public record RT(int preference, DomainName intermediate) implements RData {
  /** Checks the range. */
  public RT {
    Fields.checkU16("preference", preference);
    Objects.requireNonNull(intermediate, "intermediate");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static RT read(WireReader in) throws WireFormatException {
    return new RT(in.u16(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static RT parse(TextReader in) throws TextFormatException {
    return new RT(in.u16(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.RT;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(preference);
    out.name(intermediate);
  }

  @Override
  public String toString() {
    return preference + " " + intermediate;
  }
}
