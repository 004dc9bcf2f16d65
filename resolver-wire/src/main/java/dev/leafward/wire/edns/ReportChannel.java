// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;

/**
 * Where a zone wants errors in resolving its names to be reported.
 *
 * <p>RFC 9567 section 6.1: one name in full, in responses. The root asks for nothing.
 *
 * @param agent the domain of the reporting agent
 */
public record ReportChannel(DomainName agent) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 18;

  /** Reads the wire form. */
  static ReportChannel read(WireReader in) throws WireFormatException {
    return new ReportChannel(OptionFields.name(in));
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.name(agent);
  }

  @Override
  public String toString() {
    return "REPORT-CHANNEL: " + agent;
  }
}
