// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.name.DomainName;
import java.util.Optional;

/**
 * How a message is signed: a keyed hash, and how much of it is sent.
 *
 * <p>RFC 8945 section 6. The last three send a part of the hash (RFC 4868 section 2.6); a key may
 * ask for less of the others, too, see {@link TsigKey#withMacOctets}. MD5 and SHA-1 are for old
 * servers only.
 */
public enum TsigAlgorithm {
  /** HMAC-MD5; must not be used any more. */
  HMAC_MD5("hmac-md5.sig-alg.reg.int.", "HmacMD5", 16, 16),
  /** HMAC-SHA-1; not recommended. */
  HMAC_SHA1("hmac-sha1.", "HmacSHA1", 20, 20),
  /** HMAC-SHA-224. */
  HMAC_SHA224("hmac-sha224.", "HmacSHA224", 28, 28),
  /** HMAC-SHA-256: what everybody has, and the one to use. */
  HMAC_SHA256("hmac-sha256.", "HmacSHA256", 32, 32),
  /** HMAC-SHA-384. */
  HMAC_SHA384("hmac-sha384.", "HmacSHA384", 48, 48),
  /** HMAC-SHA-512. */
  HMAC_SHA512("hmac-sha512.", "HmacSHA512", 64, 64),
  /** The first half of HMAC-SHA-256. */
  HMAC_SHA256_128("hmac-sha256-128.", "HmacSHA256", 32, 16),
  /** The first half of HMAC-SHA-384. */
  HMAC_SHA384_192("hmac-sha384-192.", "HmacSHA384", 48, 24),
  /** The first half of HMAC-SHA-512, which is another thing than HMAC-SHA-512/256. */
  HMAC_SHA512_256("hmac-sha512-256.", "HmacSHA512", 64, 32);

  /** No MAC may be shorter (RFC 8945 section 5.2.2.1). */
  private static final int LEAST_OCTETS = 10;

  @SuppressWarnings("ImmutableEnumChecker") // a DomainName is immutable
  private final DomainName algorithmName;

  private final String macName;
  private final int hashOctets;
  private final int macOctets;

  TsigAlgorithm(String algorithmName, String macName, int hashOctets, int macOctets) {
    this.algorithmName = DomainName.of(algorithmName);
    this.macName = macName;
    this.hashOctets = hashOctets;
    this.macOctets = macOctets;
  }

  /** Returns the algorithm of that name, such as {@code hmac-sha256.}; empty if it is not known. */
  public static Optional<TsigAlgorithm> find(DomainName name) {
    for (TsigAlgorithm algorithm : values()) {
      if (algorithm.algorithmName.equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Returns the name that stands for the algorithm on the wire. */
  public DomainName algorithmName() {
    return algorithmName;
  }

  /** Returns how many octets a MAC has unless it is cut further. */
  public int macOctets() {
    return macOctets;
  }

  /** Returns how many octets a MAC must have at least: 10, and half of the hash. */
  public int leastMacOctets() {
    return Math.max(LEAST_OCTETS, hashOctets / 2);
  }

  /** The JCA's name of the keyed hash. */
  String macName() {
    return macName;
  }
}
