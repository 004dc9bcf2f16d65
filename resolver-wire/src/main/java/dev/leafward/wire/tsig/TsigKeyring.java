// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.TSIG;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys that a server accepts requests with.
 *
 * <p>RFC 8945 section 5.2. Immutable. Which key may ask for what is for the caller.
 */
public final class TsigKeyring {
  private static final int TIME_OCTETS = 6;

  private final Map<DomainName, TsigKey> keys = new HashMap<>();

  private TsigKeyring() {}

  /**
   * Makes a keyring.
   *
   * @throws IllegalArgumentException if two keys have one name
   */
  public static TsigKeyring of(Collection<TsigKey> keys) {
    TsigKeyring keyring = new TsigKeyring();
    for (TsigKey key : keys) {
      if (keyring.keys.put(key.name(), key) != null) {
        throw new IllegalArgumentException("two keys of the name " + key.name());
      }
    }
    return keyring;
  }

  /**
   * Verifies a request.
   *
   * @param octets the request as it came
   * @param now the time by the wall clock
   * @throws TsigException if the signature is not accepted, or there is none: see {@link #refusal}
   * @throws WireFormatException if the octets are no message
   */
  public TsigRequest verify(byte[] octets, Instant now) throws TsigException, WireFormatException {
    SignedOctets signed =
        SignedOctets.find(octets)
            .orElseThrow(() -> TsigException.refusal(TsigError.FORMERR, "not signed"));
    TsigKey key = keys.get(signed.keyName());
    if (key == null) {
      throw TsigException.refusal(TsigError.BADKEY, signed.keyName().toString());
    }
    TsigChecks.checkKey(key, signed);
    TsigChecks.check(key, signed.tsig(), macOf(key, signed), now);
    Message message = MessageCodec.decode(signed.withId(octets));
    return new TsigRequest(message, key, signed.tsig().mac());
  }

  private static Octets macOf(TsigKey key, SignedOctets signed) {
    return TsigDigest.ofRequest(key).message(signed.unsigned().toArray()).end(signed.tsig());
  }

  /**
   * Makes the response to a request whose signature was refused: NOTAUTH with the error, or FORMERR
   * without a signature.
   *
   * <p>RFC 8945 section 5.2: for BADKEY and BADSIG the response is not signed, as nothing says that
   * the asker has the key; for BADTIME and BADTRUNC it is, and BADTIME tells our time.
   *
   * @param octets the request as it came
   * @param failure what {@link #verify} threw
   * @param now the time by the wall clock
   * @throws WireFormatException if the octets are no message
   */
  public byte[] refusal(byte[] octets, TsigException failure, Instant now)
      throws WireFormatException {
    Message request = MessageCodec.decode(octets);
    TsigError error = failure.error();
    SignedOctets signed = SignedOctets.find(octets).orElse(null);
    if (signed == null || error == TsigError.FORMERR || error == TsigError.OTHER) {
      return MessageCodec.encode(Message.replyTo(request).rcode(Rcode.FORMERR).build());
    }
    byte[] response = MessageCodec.encode(Message.replyTo(request).rcode(Rcode.NOTAUTH).build());
    TSIG tsig = signed.tsig();
    TsigKey key = keys.get(signed.keyName());
    if (key == null || error == TsigError.BADKEY || error == TsigError.BADSIG) {
      TSIG unsigned =
          new TSIG(
              tsig.algorithm(),
              tsig.timeSigned(),
              tsig.fudge(),
              Octets.EMPTY,
              request.id(),
              error.code(),
              Octets.EMPTY);
      return SignedOctets.append(response, signed.keyName(), unsigned);
    }
    TsigSigner signer = TsigSigner.ofResponses(new TsigRequest(request, key, tsig.mac()));
    return error == TsigError.BADTIME
        ? signer.sign(response, tsig.timeSigned(), error.code(), time(now))
        : signer.sign(response, now.getEpochSecond(), error.code(), Octets.EMPTY);
  }

  private static Octets time(Instant now) {
    byte[] octets = new byte[TIME_OCTETS];
    long seconds = now.getEpochSecond();
    for (int i = TIME_OCTETS - 1; i >= 0; i--) {
      octets[i] = (byte) seconds;
      seconds >>= Byte.SIZE;
    }
    return Octets.of(octets);
  }
}
