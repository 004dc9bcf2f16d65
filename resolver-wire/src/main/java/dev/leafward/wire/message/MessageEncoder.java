// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.RRSIG;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes one message (RFC 1035 4.1), whole or cut between RRsets (RFC 2181 9). */
final class MessageEncoder {
  private static final int FLAGS_AT = 2;
  private static final int FIRST_RECORD_COUNT_AT = 6;

  private final Message message;
  private final int limit;
  private final @Nullable ResourceRecord tsig;
  private final WireWriter out = new WireWriter();

  MessageEncoder(Message message, int limit) {
    this.message = message;
    this.limit = limit;
    this.tsig = tsig(message.additionals());
  }

  /** A signature is the last record of a message, behind OPT (RFC 8945 section 5.1). */
  private static @Nullable ResourceRecord tsig(List<ResourceRecord> additionals) {
    ResourceRecord last = additionals.isEmpty() ? null : additionals.get(additionals.size() - 1);
    return last != null && last.type().equals(RRType.TSIG) ? last : null;
  }

  private List<ResourceRecord> beforeTsig(Section section) {
    List<ResourceRecord> records = message.section(section);
    return section == Section.ADDITIONAL && tsig != null
        ? records.subList(0, records.size() - 1)
        : records;
  }

  /** How many records come last whatever else is left out. */
  private int lastRecords(Section section) {
    if (section != Section.ADDITIONAL) {
      return 0;
    }
    return (message.edns().isPresent() ? 1 : 0) + (tsig != null ? 1 : 0);
  }

  byte[] encodeWhole() {
    begin();
    for (Section section : Section.values()) {
      beforeTsig(section).forEach(this::write);
    }
    return end();
  }

  byte[] encodeTruncated() {
    begin();
    for (Section section : Section.values()) {
      List<ResourceRecord> records = beforeTsig(section);
      int written = writeWhatFits(records);
      if (written < records.size()) {
        cut(section, written);
        break;
      }
    }
    return end();
  }

  /** Writes header and questions, and keeps room for OPT and TSIG. */
  private void begin() {
    Edns edns = message.edns().orElse(null);
    int reserved = edns == null ? 0 : OptRecord.octets(edns);
    reserved += tsig == null ? 0 : octets(tsig);
    out.capacity(Math.max(0, limit - reserved));
    out.u16(message.id());
    out.u16(flagBits());
    out.u16(message.questions().size());
    for (Section section : Section.values()) {
      out.u16(beforeTsig(section).size() + lastRecords(section));
    }
    for (Question question : message.questions()) {
      out.compressibleName(question.name());
      out.u16(question.type().code());
      out.u16(question.rrClass().code());
    }
  }

  private byte[] end() {
    out.capacity(limit);
    Edns edns = message.edns().orElse(null);
    if (edns != null) {
      OptRecord.write(edns, message.rcode().code() >> 4, out);
    }
    if (tsig != null) {
      write(tsig);
    }
    return out.toByteArray();
  }

  private int flagBits() {
    Header header = message.header();
    return header.flags() | (header.opcode().code() << 11) | (header.rcode().code() & 0xF);
  }

  /** Writes RRsets while they fit; returns how many records that were. */
  private int writeWhatFits(List<ResourceRecord> records) {
    int next = 0;
    while (next < records.size()) {
      int mark = out.mark();
      int setEnd = endOfSet(records, next);
      try {
        records.subList(next, setEnd).forEach(this::write);
      } catch (WireCapacityException full) {
        out.rollback(mark);
        return next;
      }
      next = setEnd;
    }
    return next;
  }

  /** Puts right the counts and TC after a section was cut, and with it all that would follow. */
  private void cut(Section section, int written) {
    int countAt = FIRST_RECORD_COUNT_AT;
    for (Section each : Section.values()) {
      if (each.compareTo(section) >= 0) {
        int count = each == section ? written : 0;
        out.patchU16(countAt, count + lastRecords(each));
      }
      countAt += 2;
    }
    if (section != Section.ADDITIONAL) {
      out.patchU16(FLAGS_AT, flagBits() | HeaderFlag.TC.mask());
    }
  }

  /** A set is a run of records with one owner, class and type, with the signatures over them. */
  private static int endOfSet(List<ResourceRecord> records, int start) {
    ResourceRecord first = records.get(start);
    int end = start + 1;
    while (end < records.size() && inSameSet(first, records.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean inSameSet(ResourceRecord one, ResourceRecord other) {
    return dataType(one).equals(dataType(other))
        && one.rrClass().equals(other.rrClass())
        && one.name().equals(other.name());
  }

  private static RRType dataType(ResourceRecord each) {
    return each.data() instanceof RRSIG signature ? signature.typeCovered() : each.type();
  }

  private static int octets(ResourceRecord each) {
    WireWriter scratch = WireWriter.uncompressed();
    write(each, scratch);
    return scratch.position();
  }

  private void write(ResourceRecord each) {
    write(each, out);
  }

  private static void write(ResourceRecord each, WireWriter out) {
    out.compressibleName(each.name());
    out.u16(each.type().code());
    out.u16(each.rrClass().code());
    out.u32(each.ttl());
    int length = out.beginLength();
    each.data().write(out);
    out.endLength(length);
  }
}
