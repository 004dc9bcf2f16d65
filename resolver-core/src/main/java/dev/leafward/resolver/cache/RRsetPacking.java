// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRSIG;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the data of an RRset into octets and back: the number of records in 16 bits, then each
 * record's RDATA behind its length in 16 bits, uncompressed, then the signatures likewise.
 *
 * <p>Owner, type, class and TTL are not among the octets: who unpacks knows them.
 */
final class RRsetPacking {
  private static final int LENGTH_OCTETS = 2;

  private final int maxRecords;
  private final int maxOctets;

  /**
   * @param maxRecords the most records of an RRset, signatures included
   * @param maxOctets the most octets that it may pack to
   */
  RRsetPacking(int maxRecords, int maxOctets) {
    this.maxRecords = maxRecords;
    this.maxOctets = maxOctets;
  }

  /** The octets; empty if there are too many, which is found out without making them all. */
  Optional<byte[]> pack(RRset rrset) {
    int records = rrset.rdata().size();
    if (records + rrset.signatures().size() > maxRecords) {
      return Optional.empty();
    }
    WireWriter scratch = WireWriter.uncompressed();
    List<byte[]> parts = new ArrayList<>(records + rrset.signatures().size());
    int octets = LENGTH_OCTETS;
    for (List<? extends RData> side : List.of(rrset.rdata(), rrset.signatures())) {
      for (RData rdata : side) {
        scratch.rollback(0);
        if (!fits(rdata, scratch)) {
          return Optional.empty();
        }
        octets += LENGTH_OCTETS + scratch.position();
        if (octets > maxOctets) {
          return Optional.empty();
        }
        parts.add(scratch.toByteArray());
      }
    }
    return Optional.of(join(records, parts, octets));
  }

  /** Names that came compressed may make more of a record than RDATA can be. */
  private static boolean fits(RData rdata, WireWriter out) {
    try {
      rdata.write(out);
      return true;
    } catch (WireCapacityException e) {
      return false;
    }
  }

  private static byte[] join(int records, List<byte[]> parts, int octets) {
    byte[] joined = new byte[octets];
    int at = putU16(joined, 0, records);
    for (byte[] part : parts) {
      at = putU16(joined, at, part.length);
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  private static int putU16(byte[] octets, int at, int value) {
    octets[at] = (byte) (value >> 8);
    octets[at + 1] = (byte) value;
    return at + LENGTH_OCTETS;
  }

  /**
   * The RRset that was packed.
   *
   * @param offset where in {@code octets} it begins; it goes on to the end
   */
  static RRset unpack(
      DomainName name, RRType type, RRClass rrClass, long ttl, byte[] octets, int offset) {
    WireReader in = new WireReader(octets, offset, octets.length);
    try {
      int records = in.u16();
      // Most sets are one record without a signature: worth no growing list.
      List<RData> rdata = records == 1 ? List.of(read(type, in)) : read(type, records, in);
      List<RRSIG> signatures = in.hasRemaining() ? readSignatures(in) : List.of();
      return RRset.of(name, rrClass, ttl, rdata, signatures);
    } catch (WireFormatException e) {
      throw new IllegalStateException("a cached RRset " + name + " " + type + " is damaged", e);
    }
  }

  private static List<RData> read(RRType type, int records, WireReader in)
      throws WireFormatException {
    List<RData> rdata = new ArrayList<>(records);
    for (int i = 0; i < records; i++) {
      rdata.add(read(type, in));
    }
    return rdata;
  }

  private static List<RRSIG> readSignatures(WireReader in) throws WireFormatException {
    List<RRSIG> signatures = new ArrayList<>();
    while (in.hasRemaining()) {
      signatures.add((RRSIG) read(RRType.RRSIG, in));
    }
    return signatures;
  }

  private static RData read(RRType type, WireReader in) throws WireFormatException {
    int fence = in.enterFence(in.u16());
    RData rdata = RDataFormats.read(type, in);
    in.leaveFence(fence);
    return rdata;
  }
}
