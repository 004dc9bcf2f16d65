// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes one message (RFC 1035 4.1), whole or cut between RRsets (RFC 2181 9).
 *
 * <p>OPT comes last but for a TSIG record, which is the last of all (RFC 8945 5.1). Both stay in a
 * message that is cut.
 */
final class MessageEncoder {
  private static final int FLAGS_AT = 2;
  private static final int FIRST_RECORD_COUNT_AT = 6;
  private static final int FIXED_RECORD_OCTETS = 10;

  private final Message message;
  private final @Nullable Edns edns;
  private final @Nullable ResourceRecord tsig;
  private final int limit;
  private final WireWriter out = new WireWriter();

  MessageEncoder(Message message, int limit) {
    this.message = message;
    this.limit = limit;
    this.edns = message.edns().orElse(null);
    this.tsig = lastIfTsig(message.additionals());
  }

  private static @Nullable ResourceRecord lastIfTsig(List<ResourceRecord> additionals) {
    ResourceRecord last = additionals.isEmpty() ? null : additionals.get(additionals.size() - 1);
    return last != null && last.type().equals(RRType.TSIG) ? last : null;
  }

  byte[] encodeWhole() {
    begin();
    for (Section section : Section.values()) {
      records(section).forEach(this::write);
    }
    return end();
  }

  byte[] encodeTruncated() {
    begin();
    for (Section section : Section.values()) {
      List<ResourceRecord> records = records(section);
      int written = writeWhatFits(records);
      if (written < records.size()) {
        cut(section, written);
        break;
      }
    }
    return end();
  }

  /** The records of a section that stand before OPT and TSIG. */
  private List<ResourceRecord> records(Section section) {
    List<ResourceRecord> records = message.section(section);
    return section == Section.ADDITIONAL && tsig != null
        ? records.subList(0, records.size() - 1)
        : records;
  }

  /** Writes header and questions, and keeps room for OPT and TSIG. */
  private void begin() {
    out.capacity(Math.max(0, limit - octetsBehindSections()));
    out.u16(message.id());
    out.u16(flagBits());
    out.u16(message.questions().size());
    for (Section section : Section.values()) {
      out.u16(count(section, records(section).size()));
    }
    for (Question question : message.questions()) {
      out.compressibleName(question.name());
      out.u16(question.type().code());
      out.u16(question.rrClass().code());
    }
  }

  private byte[] end() {
    out.capacity(limit);
    if (edns != null) {
      OptRecord.write(edns, message.rcode().code() >> 4, out);
    }
    if (tsig != null) {
      // In full, so that its room could be told before.
      out.name(tsig.name());
      writeBehindName(tsig);
    }
    return out.toByteArray();
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

  private int flagBits() {
    Header header = message.header();
    return header.flags() | (header.opcode().code() << 11) | (header.rcode().code() & 0xF);
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
      records.subList(0, whole).forEach(this::write);
      return whole;
    }
  }

  /** Puts right the counts and TC after a section was cut, and with it all that would follow. */
  private void cut(Section section, int written) {
    int countAt = FIRST_RECORD_COUNT_AT;
    for (Section each : Section.values()) {
      if (each.compareTo(section) >= 0) {
        out.patchU16(countAt, count(each, each == section ? written : 0));
      }
      countAt += 2;
    }
    if (Truncation.mustBeTold(message, section, written)) {
      out.patchU16(FLAGS_AT, flagBits() | HeaderFlag.TC.mask());
    }
  }

  private void write(ResourceRecord each) {
    out.compressibleName(each.name());
    writeBehindName(each);
  }

  private void writeBehindName(ResourceRecord each) {
    out.u16(each.type().code());
    out.u16(each.rrClass().code());
    out.u32(each.ttl());
    int length = out.beginLength();
    each.data().write(out);
    out.endLength(length);
  }
}
