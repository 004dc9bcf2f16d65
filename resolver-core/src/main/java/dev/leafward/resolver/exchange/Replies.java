// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.DecodeLimits;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RDataRegistry;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;
import java.util.List;
import java.util.Set;

/**
 * Decodes replies, and forgives them a record whose data is not what its type says.
 *
 * <p>Such a record is left out, and the rest is used. SVCB and HTTPS records are passed on as they
 * are (RFC 9460 section 4.3): what a resolver cannot read of them, its client may.
 */
final class Replies {

  private static final RDataRegistry TOLERANT = RDataRegistry.builtIn().tolerant();
  private static final Set<RRType> PASSED_ON = Set.of(RRType.SVCB, RRType.HTTPS);
  private static final List<Section> SECTIONS =
      List.of(Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL);

  private Replies() {}

  /**
   * The message.
   *
   * @throws WireFormatException if more is wrong with it than the data of records
   */
  static Message decode(byte[] octets) throws WireFormatException {
    try {
      return MessageCodec.decode(octets);
    } catch (WireFormatException e) {
      return withoutBadRecords(MessageCodec.decode(octets, DecodeLimits.DEFAULT, TOLERANT));
    }
  }

  private static Message withoutBadRecords(Message reply) {
    Message.Builder good = reply.toBuilder();
    for (Section section : SECTIONS) {
      good.clear(section);
      good.add(section, reply.section(section).stream().filter(Replies::isUseful).toList());
    }
    return good.build();
  }

  private static boolean isUseful(ResourceRecord entry) {
    return !(entry.data() instanceof UnknownRData)
        || !TOLERANT.understands(entry.type())
        || PASSED_ON.contains(entry.type());
  }
}
