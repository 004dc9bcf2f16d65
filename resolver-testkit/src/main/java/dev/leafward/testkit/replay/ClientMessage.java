// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.PacketEncoder.Envelope;
import dev.leafward.testkit.replay.PacketEncoder.Opt;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.PacketTemplate;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.rdata.Octets;
import java.util.Optional;

/** The message of a client: EDNS where the dialect has it. */
final class ClientMessage {

  private static final int UNBOUND_PAYLOAD_SIZE = 1232;
  private static final int DECKARD_PAYLOAD_SIZE = 4096;

  private ClientMessage() {}

  /** The octets of a query with ID 0. */
  static byte[] encode(PacketTemplate template, Dialect dialect) {
    boolean edns = dialect == Dialect.DECKARD || template.hasEdns();
    Optional<Opt> opt = edns ? Optional.of(opt(template, dialect)) : Optional.empty();
    Envelope envelope = new Envelope(0, template.flags(), template.question(), opt);
    return PacketEncoder.encode(template, envelope);
  }

  private static Opt opt(PacketTemplate template, Dialect dialect) {
    return new Opt(
        dialect == Dialect.DECKARD ? DECKARD_PAYLOAD_SIZE : UNBOUND_PAYLOAD_SIZE,
        template.dnssecOk() ? Edns.DO : 0,
        template.ednsOptions().orElse(Octets.EMPTY));
  }
}
