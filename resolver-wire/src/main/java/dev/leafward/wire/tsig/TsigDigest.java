// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.TSIG;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * What is hashed for one signature.
 *
 * <p>RFC 8945 section 4.3: the MAC before, if there is one; one message, or several of a stream;
 * and what the TSIG record says: all of it, or in a stream after the first message its times only.
 */
final class TsigDigest {
  private final TsigKey key;
  private final Mac mac;

  private TsigDigest(TsigKey key) {
    this.key = key;
    this.mac = key.newMac();
  }

  /** Begins the digest of a request. */
  static TsigDigest ofRequest(TsigKey key) {
    return new TsigDigest(key);
  }

  /** Begins the digest of what follows a signed message, be it the request or one of the stream. */
  static TsigDigest following(TsigKey key, Octets priorMac) {
    TsigDigest digest = new TsigDigest(key);
    WireWriter out = WireWriter.uncompressed();
    out.u16(priorMac.length());
    priorMac.write(out);
    digest.mac.update(out.toByteArray());
    return digest;
  }

  /** Adds a message without its TSIG record. */
  TsigDigest message(byte[] octets) {
    mac.update(octets);
    return this;
  }

  /** Adds all that is signed of a TSIG record (RFC 8945 section 4.3.3), and ends. */
  Octets end(TSIG tsig) {
    WireWriter out = WireWriter.uncompressed();
    out.name(key.name().lowerCase());
    out.u16(RRClass.ANY.code());
    out.u32(0);
    out.name(key.algorithm().algorithmName());
    writeTimes(tsig, out);
    out.u16(tsig.error());
    out.u16(tsig.otherData().length());
    tsig.otherData().write(out);
    return Octets.of(mac.doFinal(out.toByteArray()));
  }

  /** Adds the times of a TSIG record (RFC 8945 section 5.3.1), and ends. */
  Octets endWithTimes(TSIG tsig) {
    WireWriter out = WireWriter.uncompressed();
    writeTimes(tsig, out);
    return Octets.of(mac.doFinal(out.toByteArray()));
  }

  private static void writeTimes(TSIG tsig, WireWriter out) {
    out.u16((int) (tsig.timeSigned() >> 32));
    out.u32(tsig.timeSigned());
    out.u16(tsig.fudge());
  }

  /** Returns the first octets of a MAC. */
  static Octets cut(Octets mac, int octets) {
    return octets >= mac.length() ? mac : Octets.of(Arrays.copyOf(mac.toArray(), octets));
  }
}
