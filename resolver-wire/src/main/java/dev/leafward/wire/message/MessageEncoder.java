// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.RRSIG;
import dev.leafward.wire.rdata.RRType;
import java.util.List;

/** Encodes one message (RFC 1035 4.1), whole or cut between RRsets (RFC 2181 9). */
final class MessageEncoder {
  private static final int FLAGS_AT = 2;
  private static final int FIRST_RECORD_COUNT_AT = 6;

  private final Message message;
  private final int limit;
  private final WireWriter out = new WireWriter();

  MessageEncoder(Message message, int limit) {
    this.message = message;
    this.limit = limit;
  }

  byte[] encodeWhole() {
    begin();
    for (Section section : Section.values()) {
      message.section(section).forEach(this::write);
    }
    return end();
  }

  byte[] encodeTruncated() {
    begin();
    for (Section section : Section.values()) {
      List<ResourceRecord> records = message.section(section);
      int written = writeWhatFits(records);
      if (written < records.size()) {
        cut(section, written);
        break;
      }
    }
    return end();
  }

  /** Writes header and questions, and keeps room for OPT. */
  private void begin() {
    Edns edns = message.edns().orElse(null);
    int reserved = edns == null ? 0 : OptRecord.octets(edns);
    out.capacity(Math.max(0, limit - reserved));
    out.u16(message.id());
    out.u16(flagBits());
    out.u16(message.questions().size());
    for (Section section : Section.values()) {
      boolean withOpt = section == Section.ADDITIONAL && edns != null;
      out.u16(message.section(section).size() + (withOpt ? 1 : 0));
    }
    for (Question question : message.questions()) {
      out.compressibleName(question.name());
      out.u16(question.type().code());
      out.u16(question.rrClass().code());
    }
  }

  private byte[] end() {
    Edns edns = message.edns().orElse(null);
    if (edns != null) {
      out.capacity(limit);
      OptRecord.write(edns, message.rcode().code() >> 4, out);
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
        int opt = each == Section.ADDITIONAL && message.edns().isPresent() ? 1 : 0;
        out.patchU16(countAt, count + opt);
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

  private void write(ResourceRecord each) {
    out.compressibleName(each.name());
    out.u16(each.type().code());
    out.u16(each.rrClass().code());
    out.u32(each.ttl());
    int length = out.beginLength();
    each.data().write(out);
    out.endLength(length);
  }
}
