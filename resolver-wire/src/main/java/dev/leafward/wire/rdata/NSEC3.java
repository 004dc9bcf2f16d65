// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.Base32Hex;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * The proof that no hashed name lies between the owner and another, and no other type at the owner.
 *
 * <p>RFC 5155 section 3.
 *
 * <pre>{@code
 * +-----------+-------+------------+-------------+--------+
 * | Hash Alg. | Flags | Iterations | Salt Length | Salt   |
 * | u8        | u8    | u16        | u8          | octets |
 * +-----------+-------+------------+-------------+--------+
 * | Hash Length | Next Hashed Owner Name | Type Bit Maps  |
 * | u8          | octets                 | TypeBitMap     |
 * +-------------+------------------------+----------------+
 * }</pre>
 *
 * @param hashAlgorithm 0..255; 1 is SHA-1
 * @param flags 0..255; bit 0 is opt-out
 * @param iterations 0..65535, hashings beyond the first
 * @param salt 0..255 octets
 * @param nextHashedOwner 1..255 octets, the raw hash
 * @param types the types that exist at the owner; none at an empty non-terminal
 */
public record NSEC3(
    int hashAlgorithm,
    int flags,
    int iterations,
    Octets salt,
    Octets nextHashedOwner,
    TypeBitMap types)
    implements RData {
  /** The flag of a span that may hold unsigned delegations (RFC 5155 section 3.1.2.1). */
  public static final int OPT_OUT = 0x01;

  private static final String NO_SALT = "-";
  private static final int MAX_OCTETS = 0xFF;

  /** Checks the ranges. */
  public NSEC3 {
    Fields.checkU8("hash algorithm", hashAlgorithm);
    Fields.checkU8("flags", flags);
    Fields.checkU16("iterations", iterations);
    Fields.checkU8("salt length", salt.length());
    Fields.checkNotEmpty("next hashed owner", nextHashedOwner);
    Fields.checkU8("hash length", nextHashedOwner.length());
    Objects.requireNonNull(types, "types");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NSEC3 read(WireReader in) throws WireFormatException {
    int hashAlgorithm = in.u8();
    int flags = in.u8();
    int iterations = in.u16();
    Octets salt = Octets.wrap(in.characterString());
    Octets nextHashedOwner = Octets.wrap(in.characterString());
    if (nextHashedOwner.isEmpty()) {
      throw in.malformed("next hashed owner has no octets");
    }
    return new NSEC3(hashAlgorithm, flags, iterations, salt, nextHashedOwner, TypeBitMap.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NSEC3 parse(TextReader in) throws TextFormatException {
    return new NSEC3(
        in.u8(), in.u8(), in.u16(), parseSalt(in), parseHash(in), TypeBitMap.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.NSEC3;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(hashAlgorithm);
    out.u8(flags);
    out.u16(iterations);
    out.u8(salt.length());
    salt.write(out);
    out.u8(nextHashedOwner.length());
    nextHashedOwner.write(out);
    types.write(out);
  }

  static Octets parseSalt(TextReader in) throws TextFormatException {
    if (in.accept(NO_SALT)) {
      return Octets.EMPTY;
    }
    String expectation = "a salt of at most 255 octets in hexadecimal, or -";
    String word = in.token(expectation);
    try {
      Octets salt = Octets.ofHex(word);
      if (salt.isEmpty() || salt.length() > MAX_OCTETS) {
        throw in.malformed(expectation);
      }
      return salt;
    } catch (IllegalArgumentException e) {
      throw in.malformed(expectation);
    }
  }

  static String formatSalt(Octets salt) {
    return salt.isEmpty() ? NO_SALT : salt.hex();
  }

  private static Octets parseHash(TextReader in) throws TextFormatException {
    byte[] hash = in.base32hex();
    if (hash.length == 0 || hash.length > MAX_OCTETS) {
      throw in.malformed("a hash of at most 255 octets");
    }
    return Octets.wrap(hash);
  }

  @Override
  public String toString() {
    String fixed =
        hashAlgorithm
            + " "
            + flags
            + " "
            + iterations
            + " "
            + formatSalt(salt)
            + " "
            + Base32Hex.encode(nextHashedOwner.toArray());
    return types.isEmpty() ? fixed : fixed + " " + types;
  }
}
