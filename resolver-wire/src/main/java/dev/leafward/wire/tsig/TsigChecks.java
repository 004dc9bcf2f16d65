// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.TSIG;
import java.security.MessageDigest;
import java.time.Instant;

/** The checks of RFC 8945 section 5.2 that requests and responses share, in its order. */
final class TsigChecks {
  private TsigChecks() {}

  /** Section 5.2.1: the names of key and algorithm; case does not count. */
  static void checkKey(TsigKey key, SignedOctets signed) throws TsigException {
    if (!signed.keyName().equals(key.name())
        || !signed.tsig().algorithm().equals(key.algorithm().algorithmName())) {
      throw TsigException.refusal(
          TsigError.BADKEY, signed.keyName() + " with " + signed.tsig().algorithm());
    }
  }

  /**
   * Sections 5.2.2 to 5.2.4: the signature, then the time, then how much of the signature was sent.
   *
   * @param computed the whole MAC as we compute it
   */
  static void check(TsigKey key, TSIG tsig, Octets computed, Instant now) throws TsigException {
    Octets sent = tsig.mac();
    TsigAlgorithm algorithm = key.algorithm();
    if (sent.length() > algorithm.macOctets() || sent.length() < algorithm.leastMacOctets()) {
      throw TsigException.refusal(TsigError.FORMERR, "a MAC of " + sent.length() + " octets");
    }
    Octets expected = TsigDigest.cut(computed, sent.length());
    if (!MessageDigest.isEqual(expected.toArray(), sent.toArray())) {
      throw TsigException.refusal(TsigError.BADSIG, "the signature does not hold");
    }
    long seconds = now.getEpochSecond() - tsig.timeSigned();
    if (Math.abs(seconds) > tsig.fudge()) {
      throw TsigException.refusal(
          TsigError.BADTIME, "signed " + seconds + " seconds ago, fudge " + tsig.fudge());
    }
    if (sent.length() < key.macOctets()) {
      throw TsigException.refusal(TsigError.BADTRUNC, "a MAC of " + sent.length() + " octets");
    }
  }
}
