// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.TSIG;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the responses to one signed request.
 *
 * <p>RFC 8945 section 5.3. The first response must be signed; what fails leaves everything as it
 * was, so that one can go on waiting for the true response. What follows a response that holds is
 * taken to be of the same stream over TCP, where up to {@value #MOST_UNSIGNED} messages may come
 * unsigned before the next signature, which covers them: until {@link #isVerified} says so, their
 * content is nobody's word. In a stream the first failure is the end.
 *
 * <p>Whether the response has the ID and the question of the request is not checked here. Not safe
 * for use by several threads.
 */
public final class TsigVerifier {
  private static final int MOST_UNSIGNED = 99;

  private final TsigKey key;
  private final Octets requestMac;
  private @Nullable TsigDigest stream;
  private int unsigned;
  private boolean failed;

  TsigVerifier(TsigKey key, Octets requestMac) {
    this.key = key;
    this.requestMac = requestMac;
  }

  /**
   * Verifies one response.
   *
   * @param octets the response as it came
   * @param now the time by the wall clock
   * @return the response without its TSIG record
   * @throws TsigException if it is not accepted, or says that the request was not
   * @throws WireFormatException if the octets are no message
   */
  public Message verify(byte[] octets, Instant now) throws TsigException, WireFormatException {
    Optional<SignedOctets> signed = SignedOctets.find(octets);
    TsigDigest open = stream;
    if (open == null) {
      return verifyFirst(octets, signed, now);
    }
    if (failed) {
      throw TsigException.refusal(TsigError.BADSIG, "an earlier message of the stream failed");
    }
    failed = true;
    Message message = verifyNext(open, octets, signed, now);
    failed = false;
    return message;
  }

  private Message verifyFirst(byte[] octets, Optional<SignedOctets> found, Instant now)
      throws TsigException, WireFormatException {
    SignedOctets signed =
        found.orElseThrow(() -> TsigException.refusal(TsigError.FORMERR, "not signed"));
    TsigChecks.checkKey(key, signed);
    TSIG tsig = signed.tsig();
    if (tsig.error() != 0 && tsig.mac().isEmpty()) {
      throw report(tsig);
    }
    Octets mac =
        TsigDigest.following(key, requestMac).message(signed.unsigned().toArray()).end(tsig);
    if (tsig.error() != 0) {
      // The clocks are what a signed report is about, so its time cannot be expected to be right.
      TsigChecks.check(key, tsig, mac, Instant.ofEpochSecond(tsig.timeSigned()));
      throw report(tsig);
    }
    TsigChecks.check(key, tsig, mac, now);
    Message message = MessageCodec.decode(signed.withId(octets));
    stream = TsigDigest.following(key, tsig.mac());
    return message;
  }

  private Message verifyNext(
      TsigDigest open, byte[] octets, Optional<SignedOctets> found, Instant now)
      throws TsigException, WireFormatException {
    if (found.isEmpty()) {
      unsigned++;
      if (unsigned > MOST_UNSIGNED) {
        throw TsigException.refusal(TsigError.FORMERR, unsigned + " messages without signature");
      }
      open.message(octets);
      return MessageCodec.decode(octets);
    }
    SignedOctets signed = found.get();
    TsigChecks.checkKey(key, signed);
    TSIG tsig = signed.tsig();
    if (tsig.error() != 0 || !tsig.otherData().isEmpty()) {
      throw report(tsig);
    }
    Octets mac = open.message(signed.unsigned().toArray()).endWithTimes(tsig);
    TsigChecks.check(key, tsig, mac, now);
    unsigned = 0;
    stream = TsigDigest.following(key, tsig.mac());
    return MessageCodec.decode(signed.withId(octets));
  }

  /**
   * Tells whether all that was verified so far is covered by a signature: to be asked at the end of
   * a stream.
   */
  public boolean isVerified() {
    return stream != null && unsigned == 0 && !failed;
  }

  private static TsigException report(TSIG tsig) {
    return TsigException.report(
        TsigError.of(tsig.error()), "the other side reports error " + tsig.error());
  }
}
