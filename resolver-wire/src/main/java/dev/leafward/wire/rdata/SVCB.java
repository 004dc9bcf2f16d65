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
 * An endpoint of a service and how to connect there, or another name for the service.
 *
 * <p>RFC 9460 section 2. The name is not compressed. Parameters that contradict each other are kept
 * on the wire, where {@link #isSelfConsistent} tells them, and refused as text.
 *
 * <pre>{@code
 * +-------------+------------+-----------+
 * | SvcPriority | TargetName | SvcParams |
 * | u16         | name       | SvcParams |
 * +-------------+------------+-----------+
 * }</pre>
 *
 * @param priority 0 for AliasMode, else 1..65535, lower is tried first
 * @param target see {@link ServiceBinding#target}
 * @param params the parameters; there may be none
 */
public record SVCB(int priority, DomainName target, SvcParams params) implements ServiceBinding {
  /** Checks the range, and that nothing is null. */
  public SVCB {
    Fields.checkU16("priority", priority);
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(params, "params");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SVCB read(WireReader in) throws WireFormatException {
    int priority = in.u16();
    DomainName target = Fields.uncompressedName(in);
    return new SVCB(priority, target, SvcParams.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SVCB parse(TextReader in) throws TextFormatException {
    int priority = in.u16();
    DomainName target = in.name();
    return new SVCB(priority, target, SvcParams.parse(priority, in));
  }

  @Override
  public RRType type() {
    return RRType.SVCB;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(priority);
    out.name(target);
    params.write(out);
  }

  @Override
  public String toString() {
    return ServiceBindingText.of(this);
  }
}
