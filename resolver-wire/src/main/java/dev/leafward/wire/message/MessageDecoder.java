// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataRegistry;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one message (RFC 1035 4.1, RFC 6891 6.1); see {@link MessageCodec} for what it refuses.
 */
final class MessageDecoder {
  private static final int MIN_QUESTION_OCTETS = 5;
  private static final int MIN_RECORD_OCTETS = 11;

  private final WireReader in;
  private final int size;
  private final DecodeLimits limits;
  private final RDataRegistry registry;
  private @Nullable Edns edns;
  private int extendedRcode;

  MessageDecoder(byte[] octets, DecodeLimits limits, RDataRegistry registry) {
    this.in = new WireReader(octets);
    this.size = octets.length;
    this.limits = limits;
    this.registry = registry;
  }

  Message decode() throws WireFormatException {
    if (size > WireWriter.MAX_MESSAGE_OCTETS) {
      throw in.malformed("message of " + size + " octets");
    }
    int id = in.u16();
    int bits = in.u16();
    int questionCount = in.u16();
    int answerCount = in.u16();
    int authorityCount = in.u16();
    int additionalCount = in.u16();
    int entries = questionCount + answerCount + authorityCount + additionalCount;
    if (entries > limits.maxEntries()) {
      throw in.malformed(entries + " questions and records");
    }
    List<Question> questions = questions(questionCount);
    List<ResourceRecord> answers = records(Section.ANSWER, answerCount);
    List<ResourceRecord> authorities = records(Section.AUTHORITY, authorityCount);
    List<ResourceRecord> additionals = records(Section.ADDITIONAL, additionalCount);
    if (in.hasRemaining()) {
      throw in.malformed(in.remaining() + " octets after the last record");
    }
    Opcode opcode = Opcode.of((bits >> 11) & 0xF);
    Rcode rcode = Rcode.of((extendedRcode << 4) | (bits & 0xF));
    Header header = new Header(id, opcode, bits & HeaderFlag.ALL, rcode);
    return new Message(header, questions, answers, authorities, additionals, edns);
  }

  private List<Question> questions(int count) throws WireFormatException {
    List<Question> questions = listFor(count, MIN_QUESTION_OCTETS);
    for (int i = 0; i < count; i++) {
      questions.add(new Question(in.name(), RRType.of(in.u16()), RRClass.of(in.u16())));
    }
    return Collections.unmodifiableList(questions);
  }

  private List<ResourceRecord> records(Section section, int count) throws WireFormatException {
    List<ResourceRecord> records = listFor(count, MIN_RECORD_OCTETS);
    for (int i = 0; i < count; i++) {
      DomainName name = in.name();
      RRType type = RRType.of(in.u16());
      if (type.equals(RRType.OPT)) {
        readOpt(name, section);
      } else {
        if (type.equals(RRType.TSIG) && (section != Section.ADDITIONAL || i < count - 1)) {
          throw in.malformed("TSIG record that is not the last");
        }
        records.add(record(name, type));
      }
    }
    return Collections.unmodifiableList(records);
  }

  /** Makes a list sized by what the octets can hold, not by what the header claims they do. */
  private <T> List<T> listFor(int count, int minOctets) {
    int possible = Math.min(count, in.remaining() / minOctets);
    return possible == 0 ? List.of() : new ArrayList<>(possible);
  }

  private ResourceRecord record(DomainName name, RRType type) throws WireFormatException {
    RRClass rrClass = RRClass.of(in.u16());
    long ttl = in.u32();
    int fence = in.enterFence(in.u16());
    RData data = registry.read(type, in);
    in.leaveFence(fence);
    return new ResourceRecord(name, rrClass, ttl > ResourceRecord.MAX_TTL ? 0 : ttl, data);
  }

  private void readOpt(DomainName name, Section section) throws WireFormatException {
    if (edns != null) {
      throw in.malformed("second OPT record");
    }
    if (!name.isRoot() || section != Section.ADDITIONAL) {
      throw in.malformed("OPT record in the " + section + " section at " + name);
    }
    int rrClass = in.u16();
    long ttl = in.u32();
    int fence = in.enterFence(in.u16());
    edns = OptRecord.read(rrClass, ttl, in, limits.maxEdnsOptions());
    in.leaveFence(fence);
    extendedRcode = OptRecord.extendedRcode(ttl);
  }
}
