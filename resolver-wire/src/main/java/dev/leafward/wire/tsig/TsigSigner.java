// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.TSIG;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signs the messages of one side of one exchange: a request, or the responses to one.
 *
 * <p>RFC 8945 sections 5.1 and 5.3. The first message is signed over all of its TSIG record; those
 * that follow belong to the same stream over TCP, such as the messages of a zone transfer, each
 * signed over the MAC before it (section 5.3.1). Every message is signed, although some of a stream
 * need not be.
 *
 * <p>Encoding to a limit comes first: {@link #octets} is what to leave free. Not safe for use by
 * several threads.
 */
public final class TsigSigner {
  /** How far two clocks may differ, in seconds (RFC 8945 section 10). */
  static final int FUDGE_SECONDS = 300;

  private static final int FIXED_OCTETS = 26;

  private final TsigKey key;
  private @Nullable Octets priorMac;
  private boolean first = true;

  private TsigSigner(TsigKey key, @Nullable Octets priorMac) {
    this.key = key;
    this.priorMac = priorMac;
  }

  /** Makes a signer for one request. */
  public static TsigSigner ofRequest(TsigKey key) {
    return new TsigSigner(key, null);
  }

  /** Makes a signer for the responses to one request. */
  public static TsigSigner ofResponses(TsigRequest request) {
    return new TsigSigner(request.key(), request.mac());
  }

  /** Returns how many octets a signature adds to a message. */
  public int octets() {
    return FIXED_OCTETS
        + key.name().octets()
        + key.algorithm().algorithmName().octets()
        + key.macOctets();
  }

  /**
   * Encodes a message and signs it.
   *
   * @param message a message without a TSIG record
   * @param now the time by the wall clock
   * @return the octets to send
   */
  public byte[] sign(Message message, Instant now) {
    return sign(MessageCodec.encode(message), now);
  }

  /**
   * Signs an encoded message.
   *
   * @param message a message without a TSIG record
   * @param now the time by the wall clock
   * @return the octets to send
   */
  public byte[] sign(byte[] message, Instant now) {
    return sign(message, now.getEpochSecond(), 0, Octets.EMPTY);
  }

  /** Signs with what an error report carries (RFC 8945 section 5.2.3). */
  byte[] sign(byte[] message, long timeSigned, int error, Octets otherData) {
    int id = ((message[0] & 0xFF) << Byte.SIZE) | (message[1] & 0xFF);
    TSIG blank =
        new TSIG(
            key.algorithm().algorithmName(),
            timeSigned,
            FUDGE_SECONDS,
            Octets.EMPTY,
            id,
            error,
            otherData);
    TsigDigest digest =
        priorMac == null ? TsigDigest.ofRequest(key) : TsigDigest.following(key, priorMac);
    digest.message(message);
    Octets whole = first ? digest.end(blank) : digest.endWithTimes(blank);
    Octets mac = TsigDigest.cut(whole, key.macOctets());
    priorMac = mac;
    first = false;
    TSIG tsig = new TSIG(blank.algorithm(), timeSigned, FUDGE_SECONDS, mac, id, error, otherData);
    return SignedOctets.append(message, key.name(), tsig);
  }

  /**
   * Makes the verifier for the responses to the request that was signed.
   *
   * @throws IllegalStateException if nothing has been signed yet
   */
  public TsigVerifier responses() {
    if (priorMac == null) {
      throw new IllegalStateException("nothing has been signed");
    }
    return new TsigVerifier(key, priorMac);
  }
}
