// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.wire.edns.EdnsOption;
import dev.leafward.wire.edns.ExtendedError;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.rdata.Octets;

/** The options of EDNS as octets (RFC 6891 section 6.1.2). */
final class EdnsOctets {

  private EdnsOctets() {}

  /** Those of a message; none where it has no EDNS. */
  static Octets options(Message message) {
    WireWriter out = WireWriter.uncompressed();
    message.edns().ifPresent(edns -> edns.options().forEach(option -> write(out, option)));
    return Octets.of(out.toByteArray());
  }

  /** Those of a message but for Extended DNS Errors, which are compared by themselves. */
  static Octets withoutExtendedErrors(Message message) {
    WireWriter out = WireWriter.uncompressed();
    message.edns().stream()
        .flatMap(edns -> edns.options().stream())
        .filter(option -> option.code() != ExtendedError.CODE)
        .forEach(option -> write(out, option));
    return Octets.of(out.toByteArray());
  }

  private static void write(WireWriter out, EdnsOption option) {
    out.u16(option.code());
    int mark = out.beginLength();
    option.write(out);
    out.endLength(mark);
  }
}
