// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes messages, one after another, whole or cut between RRsets, into buffers of the caller.
 *
 * <p>RFC 1035 4.1, RFC 2181 9. OPT comes last but for a TSIG record, which is the last of all (RFC
 * 8945 5.1). Both stay in a message that is cut. {@link MessageCodec} does the same for who wants
 * an array.
 *
 * <p>An encoder that is kept allocates nothing once it has seen messages of their usual size. Not
 * safe for use by several threads.
 */
public final class MessageEncoder {
  private static final int FLAGS_AT = 2;
  private static final int FIRST_RECORD_COUNT_AT = 6;
  private static final int FIXED_RECORD_OCTETS = 10;
  private static final int INITIAL_OCTETS = 1232;
  private static final int HEADER_OCTETS = 12;
  private static final int QUESTION_TYPE_OCTETS = 4;

  // Types up to DNAME mostly hold an address or a name, those of DNSSEC and later keys and the
  // like.
  private static final int LIKELY_RECORD_OCTETS = 22;
  private static final int LIKELY_DNSSEC_RECORD_OCTETS = 112;
  private static final Section[] SECTIONS = Section.values();
  private static final Message NOTHING = Message.builder().build();

  private final WireWriter out;

  // Of the message in hand.
  private Message message = NOTHING;
  private @Nullable Edns edns;
  private @Nullable ResourceRecord tsig;
  private int limit;

  /** Makes an encoder for any number of messages; it keeps nothing of one that is encoded. */
  public MessageEncoder() {
    this(INITIAL_OCTETS);
  }

  private MessageEncoder(int initialOctets) {
    out = new WireWriter(initialOctets);
  }

  /**
   * Encodes a message whole.
   *
   * @param target gets the octets from its position on, which moves behind them; offsets within the
   *     message count from there
   * @throws WireCapacityException if it needs more octets than are left in the target, or more than
   *     65,535; the target is as it was
   */
  public void encode(Message message, ByteBuffer target) {
    writeWhole(message, target.remaining());
    hand(target);
  }

  /**
   * Encodes as much of a message as fits, as {@link MessageCodec#encode(Message, int)} does.
   *
   * @param target gets the octets from its position on, which moves behind them; what is left in it
   *     is the limit
   * @throws WireCapacityException if not even header, questions and OPT fit; the target is as it
   *     was
   */
  public void encodeTruncated(Message message, ByteBuffer target) {
    writeTruncated(message, target.remaining());
    hand(target);
  }

  private void hand(ByteBuffer target) {
    out.copyTo(target);
    out.clear();
  }

  /**
   * Encodes a message whole, into an array of its own.
   *
   * @throws WireCapacityException if it needs more than 65,535 octets
   */
  public byte[] encode(Message message) {
    writeWhole(message, WireWriter.MAX_MESSAGE_OCTETS);
    byte[] octets = out.toByteArray();
    out.clear();
    return octets;
  }

  /** Does the same with an encoder for this message alone. */
  static byte[] toArray(Message message) {
    MessageEncoder encoder = new MessageEncoder(likelyOctets(message));
    encoder.writeWhole(message, WireWriter.MAX_MESSAGE_OCTETS);
    return encoder.out.release();
  }

  /** Encodes what fits of a message into an array of its own. */
  static byte[] toTruncatedArray(Message message, int limit) {
    MessageEncoder encoder = new MessageEncoder(Math.min(limit, likelyOctets(message)));
    encoder.writeTruncated(message, limit);
    return encoder.out.release();
  }

  /** Guesses a message's size, so that a buffer need not grow; exact for a query. */
  private static int likelyOctets(Message message) {
    Edns edns = message.ednsOrNull();
    int octets = HEADER_OCTETS + (edns == null ? 0 : OptRecord.octets(edns));
    for (Question question : message.questions()) {
      octets += question.name().octets() + QUESTION_TYPE_OCTETS;
    }
    for (Section section : SECTIONS) {
      List<ResourceRecord> records = message.section(section);
      for (int i = 0; i < records.size(); i++) {
        boolean early = records.get(i).type().compareTo(RRType.DNAME) <= 0;
        octets += early ? LIKELY_RECORD_OCTETS : LIKELY_DNSSEC_RECORD_OCTETS;
      }
    }
    return Math.min(octets, WireWriter.MAX_MESSAGE_OCTETS);
  }

  private static @Nullable ResourceRecord lastIfTsig(List<ResourceRecord> additionals) {
    ResourceRecord last = additionals.isEmpty() ? null : additionals.get(additionals.size() - 1);
    return last != null && last.type().equals(RRType.TSIG) ? last : null;
  }

  private void writeWhole(Message whole, int octets) {
    begin(whole, octets);
    for (Section section : SECTIONS) {
      write(records(section));
    }
    end();
  }

  private void writeTruncated(Message whole, int octets) {
    begin(whole, octets);
    for (Section section : SECTIONS) {
      List<ResourceRecord> records = records(section);
      int written = writeWhatFits(records);
      if (written < records.size()) {
        cut(section, written);
        break;
      }
    }
    end();
  }

  /** The records of a section that stand before OPT and TSIG. */
  private List<ResourceRecord> records(Section section) {
    List<ResourceRecord> records = message.section(section);
    return section == Section.ADDITIONAL && tsig != null
        ? records.subList(0, records.size() - 1)
        : records;
  }

  /** Writes header and questions, and keeps room for OPT and TSIG. */
  private void begin(Message whole, int octets) {
    message = whole;
    edns = whole.ednsOrNull();
    tsig = lastIfTsig(whole.additionals());
    limit = Math.min(octets, WireWriter.MAX_MESSAGE_OCTETS);
    out.clear();
    out.capacity(Math.max(0, limit - octetsBehindSections()));
    out.u16(message.id());
    out.u16(message.headerBits());
    out.u16(message.questions().size());
    for (Section section : SECTIONS) {
      out.u16(count(section, records(section).size()));
    }
    List<Question> questions = message.questions();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      out.compressibleName(question.name());
      out.u16(question.type().code());
      out.u16(question.rrClass().code());
    }
  }

  private void end() {
    out.capacity(limit);
    if (edns != null) {
      OptRecord.write(edns, message.rcode().code() >> 4, out);
    }
    if (tsig != null) {
      // In full, so that its room could be told before.
      out.name(tsig.name());
      writeBehindName(tsig);
    }
    message = NOTHING;
    edns = null;
    tsig = null;
  }

  private int octetsBehindSections() {
    int octets = edns == null ? 0 : OptRecord.octets(edns);
    if (tsig != null) {
      WireWriter rdata = WireWriter.uncompressed();
      tsig.data().write(rdata);
      octets += tsig.name().octets() + FIXED_RECORD_OCTETS + rdata.position();
    }
    return octets;
  }

  private int count(Section section, int records) {
    if (section != Section.ADDITIONAL) {
      return records;
    }
    return records + (edns == null ? 0 : 1) + (tsig == null ? 0 : 1);
  }

  /** Writes whole RRsets while they fit; returns how many records that were. */
  private int writeWhatFits(List<ResourceRecord> records) {
    int start = out.mark();
    int next = 0;
    try {
      for (; next < records.size(); next++) {
        write(records.get(next));
      }
      return next;
    } catch (WireCapacityException full) {
      // Once more from the start, since only now it matters where sets begin and end.
      int whole = Truncation.wholeSets(records, next);
      out.rollback(start);
      write(records.subList(0, whole));
      return whole;
    }
  }

  /** Puts right the counts and TC after a section was cut, and with it all that would follow. */
  private void cut(Section section, int written) {
    int countAt = FIRST_RECORD_COUNT_AT;
    for (Section each : SECTIONS) {
      if (each.compareTo(section) >= 0) {
        out.patchU16(countAt, count(each, each == section ? written : 0));
      }
      countAt += 2;
    }
    if (Truncation.mustBeTold(message, section, written)) {
      out.patchU16(FLAGS_AT, message.headerBits() | HeaderFlag.TC.mask());
    }
  }

  private void write(List<ResourceRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      write(records.get(i));
    }
  }

  private void write(ResourceRecord each) {
    out.compressibleName(each.name());
    writeBehindName(each);
  }

  private void writeBehindName(ResourceRecord each) {
    RData data = each.data();
    long typeAndClass = (long) data.type().code() << Short.SIZE | each.rrClass().code();
    out.u64(typeAndClass << Integer.SIZE | each.ttl());
    int length = out.beginLength();
    data.write(out);
    out.endLength(length);
  }
}
