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
 * Where a service runs.
 *
 * <p>RFC 2782. The name is never compressed by us, but accepted if it comes so (RFC 3597 section
 * 4).
 *
 * <pre>{@code
 * +----------+--------+------+--------+
 * | PRIORITY | WEIGHT | PORT | TARGET |
 * | u16      | u16    | u16  | name   |
 * +----------+--------+------+--------+
 * }</pre>
 *
 * @param priority 0..65535, lower is tried first
 * @param weight 0..65535, the share among those of one priority
 * @param port 0..65535
 * @param target the host; the root for "no such service here"
 */
public record SRV(int priority, int weight, int port, DomainName target) implements RData {
  /** Checks the ranges. */
  public SRV {
    Fields.checkU16("priority", priority);
    Fields.checkU16("weight", weight);
    Fields.checkU16("port", port);
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SRV read(WireReader in) throws WireFormatException {
    return new SRV(in.u16(), in.u16(), in.u16(), in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SRV parse(TextReader in) throws TextFormatException {
    return new SRV(in.u16(), in.u16(), in.u16(), in.name());
  }

  @Override
  public RRType type() {
    return RRType.SRV;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(priority);
    out.u16(weight);
    out.u16(port);
    out.name(target);
  }

  @Override
  public String toString() {
    return priority + " " + weight + " " + port + " " + target;
  }
}
