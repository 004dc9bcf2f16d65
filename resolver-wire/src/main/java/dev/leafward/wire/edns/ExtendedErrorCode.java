// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The INFO-CODE of an {@link ExtendedError}: an open value of 16 bits.
 *
 * <p>RFC 8914 section 4, and what IANA has registered since. The descriptions are IANA's, but for
 * the two that dig words in another way (0 and 19). A code without a description keeps its number.
 */
public final class ExtendedErrorCode {
  private static final @Nullable ExtendedErrorCode[] ASSIGNED = new ExtendedErrorCode[36];

  /** An error that no other code fits (RFC 8914). */
  public static final ExtendedErrorCode OTHER = assigned(0, "Other");

  /** All keys are of algorithms that the validator does not know (RFC 8914). */
  public static final ExtendedErrorCode UNSUPPORTED_DNSKEY_ALGORITHM =
      assigned(1, "Unsupported DNSKEY Algorithm");

  /** All DS records have digests that the validator does not know (RFC 8914). */
  public static final ExtendedErrorCode UNSUPPORTED_DS_DIGEST_TYPE =
      assigned(2, "Unsupported DS Digest Type");

  /** The data has expired, and no newer could be had (RFC 8914). */
  public static final ExtendedErrorCode STALE_ANSWER = assigned(3, "Stale Answer");

  /** Policy has replaced the answer (RFC 8914). */
  public static final ExtendedErrorCode FORGED_ANSWER = assigned(4, "Forged Answer");

  /** Validation came to no conclusion (RFC 8914). */
  public static final ExtendedErrorCode DNSSEC_INDETERMINATE = assigned(5, "DNSSEC Indeterminate");

  /** Validation failed (RFC 8914). */
  public static final ExtendedErrorCode DNSSEC_BOGUS = assigned(6, "DNSSEC Bogus");

  /** No signature holds any more (RFC 8914). */
  public static final ExtendedErrorCode SIGNATURE_EXPIRED = assigned(7, "Signature Expired");

  /** No signature holds already (RFC 8914). */
  public static final ExtendedErrorCode SIGNATURE_NOT_YET_VALID =
      assigned(8, "Signature Not Yet Valid");

  /** No key matches the DS records (RFC 8914). */
  public static final ExtendedErrorCode DNSKEY_MISSING = assigned(9, "DNSKEY Missing");

  /** Signatures are missing where there should be some (RFC 8914). */
  public static final ExtendedErrorCode RRSIGS_MISSING = assigned(10, "RRSIGs Missing");

  /** No key is marked as a zone's (RFC 8914). */
  public static final ExtendedErrorCode NO_ZONE_KEY_BIT_SET = assigned(11, "No Zone Key Bit Set");

  /** Nothing proves that the data does not exist (RFC 8914). */
  public static final ExtendedErrorCode NSEC_MISSING = assigned(12, "NSEC Missing");

  /** The failure of an earlier try is repeated (RFC 8914). */
  public static final ExtendedErrorCode CACHED_ERROR = assigned(13, "Cached Error");

  /** The server has not finished starting (RFC 8914). */
  public static final ExtendedErrorCode NOT_READY = assigned(14, "Not Ready");

  /** The operator blocks the name (RFC 8914). */
  public static final ExtendedErrorCode BLOCKED = assigned(15, "Blocked");

  /** Somebody else obliges the operator to block the name (RFC 8914). */
  public static final ExtendedErrorCode CENSORED = assigned(16, "Censored");

  /** The client asked for the name to be blocked (RFC 8914). */
  public static final ExtendedErrorCode FILTERED = assigned(17, "Filtered");

  /** The client may not ask this server (RFC 8914). */
  public static final ExtendedErrorCode PROHIBITED = assigned(18, "Prohibited");

  /** An NXDOMAIN has expired, and nothing newer could be had (RFC 8914). */
  public static final ExtendedErrorCode STALE_NXDOMAIN_ANSWER =
      assigned(19, "Stale NXDOMAIN Answer");

  /** The server is not authoritative and does not recurse (RFC 8914). */
  public static final ExtendedErrorCode NOT_AUTHORITATIVE = assigned(20, "Not Authoritative");

  /** The server does not do this kind of query (RFC 8914). */
  public static final ExtendedErrorCode NOT_SUPPORTED = assigned(21, "Not Supported");

  /** No authoritative server could be reached (RFC 8914). */
  public static final ExtendedErrorCode NO_REACHABLE_AUTHORITY =
      assigned(22, "No Reachable Authority");

  /** Another server could not be talked to (RFC 8914). */
  public static final ExtendedErrorCode NETWORK_ERROR = assigned(23, "Network Error");

  /** The server has no valid data of the zone (RFC 8914). */
  public static final ExtendedErrorCode INVALID_DATA = assigned(24, "Invalid Data");

  /** A signature ends before it begins (IANA). */
  public static final ExtendedErrorCode SIGNATURE_EXPIRED_BEFORE_VALID =
      assigned(25, "Signature Expired before Valid");

  /** The query must not come as early data (RFC 9250). */
  public static final ExtendedErrorCode TOO_EARLY = assigned(26, "Too Early");

  /** NSEC3 hashes too often (RFC 9276). */
  public static final ExtendedErrorCode UNSUPPORTED_NSEC3_ITERATIONS =
      assigned(27, "Unsupported NSEC3 Iterations Value");

  /** The policy asked for cannot be kept (IANA). */
  public static final ExtendedErrorCode UNABLE_TO_CONFORM_TO_POLICY =
      assigned(28, "Unable to conform to policy");

  /** The answer was made up from other data (IANA). */
  public static final ExtendedErrorCode SYNTHESIZED = assigned(29, "Synthesized");

  /** The type cannot be asked for (RFC 9824). */
  public static final ExtendedErrorCode INVALID_QUERY_TYPE = assigned(30, "Invalid Query Type");

  /** The client asks too fast (IANA). */
  public static final ExtendedErrorCode RATE_LIMITED = assigned(31, "Rate Limited");

  /** The client has asked too much (IANA). */
  public static final ExtendedErrorCode OVER_QUOTA = assigned(32, "Over Quota");

  /** Signatures were not checked: a negative trust anchor covers the name (IANA). */
  public static final ExtendedErrorCode NEGATIVE_TRUST_ANCHOR =
      assigned(33, "Negative Trust Anchor");

  /** The zone is delegated only in a way that the client does not know (IANA). */
  public static final ExtendedErrorCode NEW_DELEGATION_ONLY = assigned(34, "New Delegation Only");

  /** The server that was asked in turn has blocked the name (IANA). */
  public static final ExtendedErrorCode BLOCKED_BY_UPSTREAM =
      assigned(35, "Blocked by Upstream DNS Server");

  private final int code;
  private final @Nullable String description;

  private ExtendedErrorCode(int code, @Nullable String description) {
    this.code = code;
    this.description = description;
  }

  private static ExtendedErrorCode assigned(int code, String description) {
    ExtendedErrorCode assigned = new ExtendedErrorCode(code, description);
    ASSIGNED[code] = assigned;
    return assigned;
  }

  /**
   * Returns the code with that number.
   *
   * @throws IllegalArgumentException if the number is not 0 to 65535
   */
  public static ExtendedErrorCode of(int code) {
    OptionFields.checkU16("INFO-CODE", code);
    ExtendedErrorCode assigned = code < ASSIGNED.length ? ASSIGNED[code] : null;
    return assigned != null ? assigned : new ExtendedErrorCode(code, null);
  }

  /** Returns the number, 0 to 65535. */
  public int code() {
    return code;
  }

  /** Returns the registered description, such as {@code DNSSEC Bogus}; empty if there is none. */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExtendedErrorCode that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** Returns the like of {@code 6 (DNSSEC Bogus)}, or the number alone. */
  @Override
  public String toString() {
    return description == null ? String.valueOf(code) : code + " (" + description + ")";
  }
}
