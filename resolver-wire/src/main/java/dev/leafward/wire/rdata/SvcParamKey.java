// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key of a service parameter: an open 16-bit value.
 *
 * <p>RFC 9460 sections 2.1 and 14.3; the constants are IANA's assignments. A number without a
 * constant is as good a key as any other and is written {@code key667}.
 */
public final class SvcParamKey implements Comparable<SvcParamKey> {
  /** The keys that a client must understand (RFC 9460 section 8). */
  public static final SvcParamKey MANDATORY = new SvcParamKey(0);

  /** The protocols above TLS (RFC 9460 section 7.1). */
  public static final SvcParamKey ALPN = new SvcParamKey(1);

  /** No support for the scheme's default protocol (RFC 9460 section 7.1). */
  public static final SvcParamKey NO_DEFAULT_ALPN = new SvcParamKey(2);

  /** The port of the alternative endpoint (RFC 9460 section 7.2). */
  public static final SvcParamKey PORT = new SvcParamKey(3);

  /** IPv4 addresses to try before the target's are known (RFC 9460 section 7.3). */
  public static final SvcParamKey IPV4HINT = new SvcParamKey(4);

  /** The configuration of TLS Encrypted ClientHello (RFC 9848). */
  public static final SvcParamKey ECH = new SvcParamKey(5);

  /** IPv6 addresses to try before the target's are known (RFC 9460 section 7.3). */
  public static final SvcParamKey IPV6HINT = new SvcParamKey(6);

  /** The template of a DNS over HTTPS path (RFC 9461). */
  public static final SvcParamKey DOHPATH = new SvcParamKey(7);

  /** The service is a target of Oblivious HTTP (RFC 9540). */
  public static final SvcParamKey OHTTP = new SvcParamKey(8);

  /** The groups that the TLS server supports (the key-share-prediction draft). */
  public static final SvcParamKey TLS_SUPPORTED_GROUPS = new SvcParamKey(9);

  static final String GENERIC_PREFIX = "key";

  private static final int MAX_CODE = 0xFFFF;
  private static final int MAX_DIGITS = 5;

  /** The names of the constants. Their numbers are their places, here and in the next array. */
  private static final String[] NAMES = {
    "mandatory",
    "alpn",
    "no-default-alpn",
    "port",
    "ipv4hint",
    "ech",
    "ipv6hint",
    "dohpath",
    "ohttp",
    "tls-supported-groups"
  };

  private static final SvcParamKey[] ASSIGNED = {
    MANDATORY,
    ALPN,
    NO_DEFAULT_ALPN,
    PORT,
    IPV4HINT,
    ECH,
    IPV6HINT,
    DOHPATH,
    OHTTP,
    TLS_SUPPORTED_GROUPS
  };

  private static final Map<String, SvcParamKey> BY_NAME =
      Stream.of(ASSIGNED)
          .collect(Collectors.toUnmodifiableMap(SvcParamKey::toString, Function.identity()));

  private final int code;

  private SvcParamKey(int code) {
    this.code = code;
  }

  /**
   * Returns the key with this number.
   *
   * @param code 0..65535
   * @return the constant, where there is one
   * @throws IllegalArgumentException if the number is out of range
   */
  public static SvcParamKey of(int code) {
    if (code < 0 || code > MAX_CODE) {
      throw new IllegalArgumentException("service parameter key " + code + " is outside 0..65535");
    }
    return code < ASSIGNED.length ? ASSIGNED[code] : new SvcParamKey(code);
  }

  /**
   * Looks for the key of a name such as {@code alpn} or {@code key667}.
   *
   * @param text the name, in lower case; a number without leading zeros
   * @return the key, or empty if the text names none
   */
  public static Optional<SvcParamKey> find(String text) {
    SvcParamKey assigned = BY_NAME.get(text);
    if (assigned != null) {
      return Optional.of(assigned);
    }
    if (!text.startsWith(GENERIC_PREFIX)) {
      return Optional.empty();
    }
    String digits = text.substring(GENERIC_PREFIX.length());
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    int code = number ? Integer.parseInt(digits) : -1;
    return code >= 0 && code <= MAX_CODE ? Optional.of(of(code)) : Optional.empty();
  }

  /**
   * Returns the number on the wire.
   *
   * @return 0..65535
   */
  public int code() {
    return code;
  }

  /** Orders by number, as parameters are on the wire. */
  @Override
  public int compareTo(SvcParamKey other) {
    return Integer.compare(code, other.code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SvcParamKey that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /**
   * Returns the name.
   *
   * @return for instance {@code alpn} or {@code key667}
   */
  @Override
  public String toString() {
    return code < NAMES.length ? NAMES[code] : GENERIC_PREFIX + code;
  }
}
