// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TSIG;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message's octets taken apart into its TSIG record and what was signed.
 *
 * <p>RFC 8945 sections 4.2 and 5.1: the record is the last of the additional section.
 *
 * @param keyName the record's owner
 * @param tsig the record's data
 * @param unsigned the octets before the record, with one record less in the header and the ID that
 *     the message had when it was signed
 */
record SignedOctets(DomainName keyName, TSIG tsig, Octets unsigned) {
  private static final int HEADER_OCTETS = 12;
  private static final int ADDITIONAL_COUNT_AT = 10;

  /**
   * Finds the TSIG record at the end of a message.
   *
   * @return empty if the last record is none
   * @throws WireFormatException if the octets are no message, or the record is not as it must be
   */
  static Optional<SignedOctets> find(byte[] message) throws WireFormatException {
    WireReader in = new WireReader(message);
    in.octets(4);
    int questions = in.u16();
    int records = in.u16() + in.u16();
    int additionals = in.u16();
    for (int i = 0; i < questions; i++) {
      in.name();
      in.u32();
    }
    if (additionals == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < records + additionals - 1; i++) {
      in.name();
      in.octets(8);
      in.octets(in.u16());
    }
    int start = in.position();
    DomainName owner = in.name();
    return in.u16() == RRType.TSIG.code()
        ? Optional.of(read(message, start, owner, in))
        : Optional.empty();
  }

  private static SignedOctets read(byte[] message, int start, DomainName owner, WireReader in)
      throws WireFormatException {
    if (in.u16() != RRClass.ANY.code() || in.u32() != 0) {
      throw in.malformed("TSIG record not of class ANY and TTL 0");
    }
    int fence = in.enterFence(in.u16());
    TSIG tsig = TSIG.read(in);
    in.leaveFence(fence);
    if (in.hasRemaining()) {
      throw in.malformed(in.remaining() + " octets after the TSIG record");
    }
    byte[] unsigned = Arrays.copyOf(message, start);
    putU16(unsigned, 0, tsig.originalId());
    addToAdditionalCount(unsigned, -1);
    return new SignedOctets(owner, tsig, Octets.of(unsigned));
  }

  /** Returns the message without its signature, under the ID that it came with. */
  byte[] withId(byte[] message) {
    byte[] octets = unsigned.toArray();
    octets[0] = message[0];
    octets[1] = message[1];
    return octets;
  }

  /** Returns a message with a TSIG record behind it. */
  static byte[] append(byte[] message, DomainName keyName, TSIG tsig) {
    if (message.length < HEADER_OCTETS) {
      throw new IllegalArgumentException("a message of " + message.length + " octets");
    }
    WireWriter out = WireWriter.uncompressed();
    out.octets(message);
    out.name(keyName);
    out.u16(RRType.TSIG.code());
    out.u16(RRClass.ANY.code());
    out.u32(0);
    int length = out.beginLength();
    tsig.write(out);
    out.endLength(length);
    byte[] octets = out.toByteArray();
    addToAdditionalCount(octets, 1);
    return octets;
  }

  private static void addToAdditionalCount(byte[] message, int change) {
    int high = (message[ADDITIONAL_COUNT_AT] & 0xFF) << Byte.SIZE;
    putU16(
        message, ADDITIONAL_COUNT_AT, (high | (message[ADDITIONAL_COUNT_AT + 1] & 0xFF)) + change);
  }

  private static void putU16(byte[] message, int at, int value) {
    message[at] = (byte) (value >> Byte.SIZE);
    message[at + 1] = (byte) value;
  }
}
