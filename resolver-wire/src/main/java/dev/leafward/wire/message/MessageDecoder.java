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
import dev.leafward.wire.rdata.UnknownRData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one message (RFC 1035 4.1, RFC 6891 6.1); see {@link MessageCodec} for what it refuses.
 */
final class MessageDecoder {
  private static final int MIN_QUESTION_OCTETS = 5;
  private static final int MIN_RECORD_OCTETS = 11;
  private static final ResourceRecord[] NO_RECORDS = {};

  /**
   * What a {@linkplain RDataRegistry#tolerant tolerant} registry keeps costs more than what it
   * reads: a message that is full of it is no message with a flaw.
   */
  private static final int MOST_KEPT = 64;

  private final WireReader in;
  private final DecodeLimits limits;
  private final RDataRegistry registry;
  private @Nullable Edns edns;
  private int extendedRcode;
  private int kept;

  MessageDecoder(byte[] octets, DecodeLimits limits, RDataRegistry registry) {
    this.in = new WireReader(octets);
    this.limits = limits;
    this.registry = registry;
  }

  Message decode() throws WireFormatException {
    if (in.remaining() > WireWriter.MAX_MESSAGE_OCTETS) {
      throw in.malformed("message of " + in.remaining() + " octets");
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
    Rcode rcode = Rcode.of((extendedRcode << 4) | (bits & 0xF));
    return new Message(id, bits, rcode, questions, answers, authorities, additionals, edns);
  }

  private List<Question> questions(int count) throws WireFormatException {
    if (count == 1) {
      return List.of(question());
    }
    Question[] questions = new Question[atMost(count, MIN_QUESTION_OCTETS)];
    for (int i = 0; i < count; i++) {
      Question question = question();
      questions[i] = question;
    }
    return new FilledArray<>(questions, count);
  }

  private Question question() throws WireFormatException {
    return new Question(in.name(), RRType.of(in.u16()), RRClass.of(in.u16()));
  }

  private List<ResourceRecord> records(Section section, int count) throws WireFormatException {
    ResourceRecord[] records = NO_RECORDS;
    int size = 0;
    for (int i = 0; i < count; i++) {
      int possible = atMost(count - i, MIN_RECORD_OCTETS);
      DomainName name = in.name();
      RRType type = RRType.of(in.u16());
      if (type.equals(RRType.OPT)) {
        readOpt(name, section);
      } else {
        if (type.equals(RRType.TSIG) && (section != Section.ADDITIONAL || i < count - 1)) {
          throw in.malformed("TSIG record that is not the last");
        }
        if (size == 0) {
          records = new ResourceRecord[possible];
        }
        records[size++] = record(name, type);
      }
    }
    return size == 0 ? List.of() : new FilledArray<>(records, size);
  }

  /** Returns how many of what the header claims the octets can hold. */
  private int atMost(int count, int minOctets) {
    return Math.min(count, in.remaining() / minOctets);
  }

  private ResourceRecord record(DomainName name, RRType type) throws WireFormatException {
    RRClass rrClass = RRClass.of(in.u16());
    long ttl = in.u32();
    int fence = in.enterFence(in.u16());
    RData data = registry.read(type, in);
    in.leaveFence(fence);
    if (data instanceof UnknownRData && registry.understands(type) && ++kept > MOST_KEPT) {
      throw in.malformed("more than " + MOST_KEPT + " records whose data cannot be read");
    }
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
