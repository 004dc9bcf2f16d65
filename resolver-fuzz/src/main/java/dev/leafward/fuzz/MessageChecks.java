// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.text.MessagePrinter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What holds of messages. */
final class MessageChecks {
  /** A name takes at most eight times the octets that name it, and 4,096 are free. */
  private static final int ALWAYS_ENCODES = 4096;

  /** Header with one additional record, whose owner is the root and whose type is OPT. */
  private static final byte[] OPT_HEAD = {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 41};

  private MessageChecks() {}

  private static Optional<Message> decode(byte[] octets) {
    try {
      return Optional.of(MessageCodec.decode(octets));
    } catch (WireFormatException refused) {
      Promise.isTrue(
          refused.offset() >= 0 && refused.offset() <= octets.length, "offset of the fault");
      Promise.printable(refused.getMessage());
      return Optional.empty();
    }
  }

  static void roundTrip(byte[] octets) throws WireFormatException {
    Optional<Message> decoded = decode(octets);
    if (decoded.isEmpty()) {
      return;
    }
    Message message = decoded.get();
    limits(message);
    byte[] encoded;
    try {
      encoded = MessageCodec.encode(message);
    } catch (WireCapacityException full) {
      Promise.isTrue(octets.length > ALWAYS_ENCODES, "refused to encode");
      return;
    }
    Message again = MessageCodec.decode(encoded);
    Promise.equal(again, message, "decoded again");
    Promise.equal(MessageCodec.encode(again), encoded, "encoded again");
  }

  private static void limits(Message message) {
    for (Question question : message.questions()) {
      NameChecks.limits(question.name());
    }
    for (Section section : Section.values()) {
      for (ResourceRecord each : message.section(section)) {
        NameChecks.limits(each.name());
        Promise.isTrue(each.ttl() >= 0 && each.ttl() <= ResourceRecord.MAX_TTL, "range of a TTL");
      }
    }
  }

  static void text(byte[] octets) {
    decode(octets)
        .ifPresent(message -> {
          Promise.printable(MessagePrinter.print(message));
          Promise.printable(message.toString());
        });
  }

  static void truncation(byte[] octets) throws WireFormatException {
    if (octets.length < 2) {
      return;
    }
    int limit = ByteBuffer.wrap(octets).getShort() & 0xFFFF;
    Optional<Message> decoded = decode(Arrays.copyOfRange(octets, 2, octets.length));
    if (decoded.isEmpty()) {
      return;
    }
    Message message = decoded.get();
    byte[] cut;
    try {
      cut = MessageCodec.encode(message, limit);
    } catch (WireCapacityException full) {
      return;
    }
    Promise.isTrue(cut.length <= limit, "more octets than the limit");
    Message shorter = MessageCodec.decode(cut);
    Promise.equal(shorter.questions(), message.questions(), "questions of the cut message");
    Promise.equal(shorter.edns(), message.edns(), "EDNS of the cut message");
    for (Section section : Section.values()) {
      Promise.isTrue(
          isSubsequence(shorter.section(section), message.section(section)),
          "a section of the cut message has other records, or in another order");
    }
  }

  private static boolean isSubsequence(List<ResourceRecord> part, List<ResourceRecord> whole) {
    int found = 0;
    for (ResourceRecord each : whole) {
      if (found < part.size() && part.get(found).equals(each)) {
        found++;
      }
    }
    return found == part.size();
  }

  static void edns(byte[] octets) throws WireFormatException {
    if (octets.length < 6) {
      return;
    }
    ByteBuffer message = ByteBuffer.allocate(OPT_HEAD.length + octets.length + 2);
    message.put(OPT_HEAD).put(octets, 0, 6).putShort((short) (octets.length - 6));
    message.put(octets, 6, octets.length - 6);
    roundTrip(message.array());
    text(message.array());
  }
}
