// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * A public key for SIG(0), of the days before {@link DNSKEY} also for zones.
 *
 * <p>RFC 2535 section 3, RFC 3445.
 *
 * <pre>{@code
 * +-------+----------+-----------+------------+
 * | Flags | Protocol | Algorithm | Public Key |
 * | u16   | u8       | u8        | octets     |
 * +-------+----------+-----------+------------+
 * }</pre>
 *
 * @param flags 0..65535; {@link #NO_KEY} if there is no key
 * @param protocol 0..255; 3 is DNSSEC
 * @param algorithm 0..255, IANA's DNSSEC algorithm number
 * @param key the key in the algorithm's own form; empty if the flags say that there is none
 */
public record KEY(int flags, int protocol, int algorithm, Octets key) implements RData {
  /** The flags that say that there is no key, and that it is known that there is none. */
  public static final int NO_KEY = 0xC000;

  /** Checks the ranges. */
  public KEY {
    Fields.checkU16("flags", flags);
    Fields.checkU8("protocol", protocol);
    Fields.checkU8("algorithm", algorithm);
    Objects.requireNonNull(key, "key");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static KEY read(WireReader in) throws WireFormatException {
    return new KEY(in.u16(), in.u8(), in.u8(), Fields.optionalRest(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static KEY parse(TextReader in) throws TextFormatException {
    return new KEY(in.u16(), in.u8(), Mnemonics.ALGORITHM.parse(in), Fields.optionalBase64Rest(in));
  }

  @Override
  public RRType type() {
    return RRType.KEY;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(flags);
    out.u8(protocol);
    out.u8(algorithm);
    key.write(out);
  }

  @Override
  public String toString() {
    return flags + " " + protocol + " " + algorithm + Fields.optionalBase64(key);
  }
}
