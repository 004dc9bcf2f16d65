// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.PacketTemplate;
import dev.leafward.testkit.replay.scenario.TemplateRecord;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the messages of scenarios as octets (RFC 1035 section 4.1, RFC 6891 section 6.1).
 *
 * <p>Names are not compressed, and data is written as the scenario has it, whatever its type: the
 * library's own encoder would refuse what is wrong on purpose.
 */
final class PacketEncoder {

  private static final int OPCODE_SHIFT = 11;
  private static final int HEADER_RCODE = 0xF;
  private static final int EXTENDED_RCODE_SHIFT = 4;

  private PacketEncoder() {}

  /**
   * The OPT record of a message.
   *
   * @param payloadSize the UDP payload size in octets
   * @param flags its 16 flags
   * @param options its options
   */
  record Opt(int payloadSize, int flags, Octets options) {}

  /** What a message takes from its circumstances rather than from the template. */
  record Envelope(int id, Set<HeaderFlag> flags, Optional<Question> question, Optional<Opt> opt) {}

  /** The octets of a message. */
  static byte[] encode(PacketTemplate template, Envelope envelope) {
    WireWriter out = WireWriter.uncompressed();
    out.u16(envelope.id());
    int bits =
        (template.opcode().code() << OPCODE_SHIFT) | (template.rcode().code() & HEADER_RCODE);
    for (HeaderFlag flag : envelope.flags()) {
      bits |= flag.mask();
    }
    out.u16(bits);
    out.u16(envelope.question().isPresent() ? 1 : 0);
    out.u16(template.section(Section.ANSWER).size());
    out.u16(template.section(Section.AUTHORITY).size());
    int opts = envelope.opt().isPresent() ? 1 : 0;
    out.u16(template.section(Section.ADDITIONAL).size() + opts);
    envelope.question().ifPresent(question -> write(out, question));
    for (Section section : Section.values()) {
      template.section(section).forEach(record -> write(out, record));
    }
    int upperBits = template.rcode().code() >> EXTENDED_RCODE_SHIFT;
    envelope.opt().ifPresent(opt -> write(out, opt, upperBits));
    return out.toByteArray();
  }

  private static void write(WireWriter out, Question question) {
    out.name(question.name());
    out.u16(question.type().code());
    out.u16(question.rrClass().code());
  }

  private static void write(WireWriter out, TemplateRecord record) {
    out.name(record.name());
    out.u16(record.type().code());
    out.u16(record.rrClass().code());
    out.u32(record.ttl());
    write(out, record.data());
  }

  private static void write(WireWriter out, Opt opt, int upperBits) {
    out.u8(0);
    out.u16(RRType.OPT.code());
    out.u16(opt.payloadSize());
    out.u8(upperBits);
    out.u8(0);
    out.u16(opt.flags());
    write(out, opt.options());
  }

  private static void write(WireWriter out, Octets data) {
    out.u16(data.length());
    data.write(out);
  }
}
