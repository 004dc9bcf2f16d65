// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.rdata.RDataRegistry;

/**
 * Turns octets into a {@link Message} and back.
 *
 * <p>RFC 1035 4.1, RFC 6891 6.1 (OPT), RFC 2181 8 and 9 (TTL, truncation), RFC 8945 5.1 (TSIG), RFC
 * 3597 (unknown types).
 *
 * <p>Any octets give a message or {@link WireFormatException}, in time and memory linear in their
 * number; and whatever was decoded encodes, unless pointers made it longer than 65,535 octets
 * without them, and decodes again to an equal message. The octets need not be the same: names come
 * out compressed as far as they can be, a TTL with its top bit set comes out as 0, and OPT as the
 * last record, or the last but one before TSIG (RFC 8945 5.1).
 *
 * <p>Refused are octets after the last record, a second OPT, an OPT that is not owned by the root
 * or stands outside the additional section, a TSIG that is not the last record, and more than the
 * {@link DecodeLimits} allow. Counts of questions other than one are not refused here.
 */
public final class MessageCodec {
  private MessageCodec() {}

  /** Decodes a message within the {@linkplain DecodeLimits#DEFAULT default limits}. */
  public static Message decode(byte[] octets) throws WireFormatException {
    return decode(octets, DecodeLimits.DEFAULT);
  }

  /** Decodes a message. */
  public static Message decode(byte[] octets, DecodeLimits limits) throws WireFormatException {
    return decode(octets, limits, RDataRegistry.builtIn());
  }

  /** Decodes a message whose records are read as a registry says, for types of a program's own. */
  public static Message decode(byte[] octets, DecodeLimits limits, RDataRegistry registry)
      throws WireFormatException {
    return new MessageDecoder(octets, limits, registry).decode();
  }

  /**
   * Encodes a message whole.
   *
   * @throws WireCapacityException if it needs more than 65,535 octets
   */
  public static byte[] encode(Message message) {
    return MessageEncoder.toArray(message);
  }

  /**
   * Encodes as much of a message as fits. RRsets that do not fit are left out whole, from the end,
   * with the signatures over them. Header, questions, OPT and a TSIG record stay.
   *
   * <p>TC is set if an answer or an authority was left out (RFC 2181 9), or if a referral lost
   * addresses of name servers within the zone it delegates (RFC 9471 3.1); not for other additional
   * records.
   *
   * @param limit the most octets the result may have; what exceeds 65,535 counts as that
   * @throws WireCapacityException if not even header, questions, OPT and TSIG fit
   */
  public static byte[] encode(Message message, int limit) {
    return MessageEncoder.toTruncatedArray(message, limit);
  }
}
