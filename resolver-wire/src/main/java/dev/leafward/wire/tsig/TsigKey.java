// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.name.DomainName;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that two sides share, with the name and the algorithm they agreed on.
 *
 * <p>RFC 8945 sections 1.3 and 8. Immutable. The secret never shows in {@link #toString}.
 */
public final class TsigKey {
  private final DomainName name;
  private final TsigAlgorithm algorithm;
  private final SecretKeySpec secret;
  private final int macOctets;

  private TsigKey(DomainName name, TsigAlgorithm algorithm, SecretKeySpec secret, int macOctets) {
    this.name = Objects.requireNonNull(name, "name");
    this.algorithm = algorithm;
    this.secret = secret;
    this.macOctets = macOctets;
  }

  /**
   * Makes a key.
   *
   * @param name what both sides call the key
   * @param algorithm the algorithm, which is part of the key
   * @param secret at least one octet; as many as the hash has are recommended. Copied.
   * @throws IllegalArgumentException if the secret is empty
   */
  public static TsigKey of(DomainName name, TsigAlgorithm algorithm, byte[] secret) {
    SecretKeySpec spec = new SecretKeySpec(secret, algorithm.macName());
    return new TsigKey(name, algorithm, spec, algorithm.macOctets());
  }

  /**
   * Makes a key from the form in which configuration files have it.
   *
   * @param name what both sides call the key
   * @param algorithm the algorithm, which is part of the key
   * @param secret the secret in base64 (RFC 4648 section 4)
   * @throws IllegalArgumentException if the secret is empty or no base64
   */
  public static TsigKey ofBase64(DomainName name, TsigAlgorithm algorithm, String secret) {
    return of(name, algorithm, Base64.getDecoder().decode(secret));
  }

  /**
   * Returns the same key with shorter signatures: we send that many octets of them, and accept no
   * fewer (RFC 8945 section 5.2.2.1).
   *
   * @param octets {@link TsigAlgorithm#leastMacOctets} to {@link TsigAlgorithm#macOctets}
   * @throws IllegalArgumentException if it is out of this range
   */
  public TsigKey withMacOctets(int octets) {
    if (octets < algorithm.leastMacOctets() || octets > algorithm.macOctets()) {
      throw new IllegalArgumentException("a MAC of " + octets + " octets");
    }
    return new TsigKey(name, algorithm, secret, octets);
  }

  /** Returns what both sides call the key. */
  public DomainName name() {
    return name;
  }

  /** Returns the algorithm. */
  public TsigAlgorithm algorithm() {
    return algorithm;
  }

  /** Returns how many octets of a MAC are sent, and wanted at least. */
  public int macOctets() {
    return macOctets;
  }

  Mac newMac() {
    try {
      Mac mac = Mac.getInstance(algorithm.macName());
      mac.init(secret);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(algorithm + " is not available in this Java platform", e);
    }
  }

  /** Returns name and algorithm. */
  @Override
  public String toString() {
    return name + " " + algorithm.algorithmName();
  }
}
