// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.xbill.DNS.Record;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.UNKRecord;

/**
 * The ways in which our decoder and dnsjava's differ, each with the sign by which it is known.
 *
 * <p>{@code docs/differential.md} says of each who is right, and why.
 */
enum Disagreement {
  TRUNCATED(Side.WE_REFUSE, ".*"),
  OCTETS_AFTER_THE_LAST_RECORD(Side.WE_REFUSE, "\\d+ octets after the last record"),
  OPT_OUT_OF_PLACE(Side.WE_REFUSE, "second OPT record|OPT record in the .*"),
  OPAQUE_TO_DNSJAVA(Side.WE_REFUSE, ".*"),
  EMPTY_RDATA(Side.WE_REFUSE, ".*"),
  POINTER_INTO_ITS_OWN_NAME(Side.WE_REFUSE, "pointer that does not lead backwards"),
  LABEL_OVER_ITS_POINTER(Side.WE_REFUSE, "name runs past the end"),
  UNKNOWN_SERVICE_KEY(Side.WE_REFUSE, "\\d+ octets left over"),
  EMPTY_FIELD(Side.WE_REFUSE, ".* has no octets"),
  ADDRESS_PREFIX(Side.WE_REFUSE, "address with trailing zero octets|prefix length .*"),
  LOCATION(Side.WE_REFUSE, "angle beyond .*|undefined size .*"),
  COMPRESSED_NAME(Side.WE_REFUSE, "compressed name where none is allowed"),
  TYPE_BIT_MAP(Side.WE_REFUSE, "type bit map .*"),
  SERVICE_PARAMETERS(Side.WE_REFUSE, "service parameters?.*"),

  LOC_VERSION(Side.DNSJAVA_REFUSES, "Invalid LOC version"),
  MANDATORY_KEYS(Side.DNSJAVA_REFUSES, "Not all mandatory SvcParams are specified"),
  GPOS_NUMBERS(
      Side.DNSJAVA_REFUSES,
      "empty String|multiple points|For input string: .*|illegal (lat|long)itude .*"),
  GATEWAY_TYPE(Side.DNSJAVA_REFUSES, "invalid gateway type"),
  DIGEST_SIZE(
      Side.DNSJAVA_REFUSES,
      "Digest size .*|Expected \\d+ fingerprint bytes, got \\d+|.* digest .*"),
  CAA_TAG_CASE(Side.DNSJAVA_REFUSES, "invalid tag; must be ASCII letters .*"),
  EDNS_OPTION(
      Side.DNSJAVA_REFUSES,
      "invalid (address|padding|(scope|source) netmask|length .*)|unknown address family"
          + "|end of input"),

  HIGH_RESPONSE_CODE(Side.DIFFERENT, "high response code"),
  RECORDS_BEFORE_THE_FAULT(Side.DIFFERENT, "count|response code"),
  A6_BITS(Side.DIFFERENT, "A6"),
  WKS_BIT_MAP(Side.DIFFERENT, "WKS");

  /** Who refuses the message. */
  enum Side {
    WE_REFUSE,
    DNSJAVA_REFUSES,
    DIFFERENT
  }

  private static final int TC = 0x02;
  private static final int MAX_POINTERS = 127;

  private final Side side;
  private final Pattern sign;

  Disagreement(Side side, String sign) {
    this.side = side;
    this.sign = Pattern.compile(sign, Pattern.DOTALL);
  }

  /** Says whether a refusal by us of what dnsjava accepts is this one. */
  boolean explainsOurs(WireFormatException refused, byte[] octets, org.xbill.DNS.Message theirs) {
    if (side != Side.WE_REFUSE || !sign.matcher(refused.reason()).matches()) {
      return false;
    }
    return switch (this) {
      case TRUNCATED -> isTruncated(octets);
      case OPAQUE_TO_DNSJAVA -> any(theirs, each -> each instanceof UNKRecord && weRefuse(each));
      case EMPTY_RDATA -> any(theirs, each -> isEmpty(each) && weRefuse(each));
      case POINTER_INTO_ITS_OWN_NAME -> leadsBackwards(octets, refused.offset());
      case UNKNOWN_SERVICE_KEY -> any(theirs, SVCBBase.class::isInstance);
      case LABEL_OVER_ITS_POINTER -> runsOverItsPointer(octets, refused.offset());
      default -> true;
    };
  }

  /** Says whether a refusal by dnsjava, with this message, of what we accept, is this one. */
  boolean explainsTheirs(String message) {
    return side == Side.DNSJAVA_REFUSES && sign.matcher(message).matches();
  }

  /** Says whether a difference in this respect between accepted messages is this one. */
  boolean explainsDifference(String respect, byte[] octets) {
    return side == Side.DIFFERENT
        && sign.matcher(respect).matches()
        && (this != RECORDS_BEFORE_THE_FAULT || isTruncated(octets));
  }

  /** Says whether a pointer leads to before itself, though not to before its own name. */
  private static boolean leadsBackwards(byte[] octets, int pointer) {
    return pointer + 1 < octets.length && target(octets, pointer) < pointer;
  }

  private static int target(byte[] octets, int pointer) {
    return ((octets[pointer] & 0x3F) << 8) | (octets[pointer + 1] & 0xFF);
  }

  /**
   * Says whether a pointer in the name at {@code name} leads to labels that go on over the pointer
   * itself, so that it leads to no name that stood before.
   */
  private static boolean runsOverItsPointer(byte[] octets, int name) {
    int at = name;
    for (int pointers = 0; pointers < MAX_POINTERS; pointers++) {
      int pointer = endOfLabels(octets, at);
      if (pointer + 1 >= octets.length || (octets[pointer] & 0xC0) != 0xC0) {
        return false;
      }
      at = target(octets, pointer);
      if (endOfLabels(octets, at) > pointer) {
        return true;
      }
    }
    return false;
  }

  private static int endOfLabels(byte[] octets, int start) {
    int at = start;
    while (at < octets.length && octets[at] > 0) {
      at += 1 + octets[at];
    }
    return at;
  }

  private static boolean isTruncated(byte[] octets) {
    return octets.length > 2 && (octets[2] & TC) != 0;
  }

  /** Says whether dnsjava holds such a record. */
  private static boolean any(org.xbill.DNS.Message theirs, Predicate<Record> such) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(theirs::getSection)
        .flatMap(List::stream)
        .anyMatch(such);
  }

  private static boolean isEmpty(Record theirs) {
    return theirs.rdataToWireCanonical().length == 0;
  }

  private static boolean weRefuse(Record theirs) {
    WireReader in = new WireReader(theirs.rdataToWireCanonical());
    try {
      RDataFormats.read(RRType.of(theirs.getType()), in);
      return in.hasRemaining();
    } catch (WireFormatException refused) {
      return true;
    }
  }
}
