// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;

/** Checks and readings of single RDATA fields that several types share. */
final class Fields {
  private Fields() {}

  static void checkU8(String field, int value) {
    check(field, value, 0xFF);
  }

  static void checkU16(String field, int value) {
    check(field, value, 0xFFFF);
  }

  static void checkU32(String field, long value) {
    check(field, value, 0xFFFF_FFFFL);
  }

  static void checkNotEmpty(String field, Octets value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(field + " has no octets");
    }
  }

  private static void check(String field, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " " + value + " is outside 0.." + max);
    }
  }

  /** The octets up to the end of the RDATA, of which there must be some. */
  static Octets rest(WireReader in, String field) throws WireFormatException {
    if (!in.hasRemaining()) {
      throw in.malformed(field + " has no octets");
    }
    return Octets.wrap(in.rest());
  }

  /** The hexadecimal words up to the end of the record, of which there must be some. */
  static Octets hexRest(TextReader in, String field) throws TextFormatException {
    byte[] octets = in.hexToEnd();
    if (octets.length == 0) {
      throw in.malformed("a " + field + " in hexadecimal");
    }
    return Octets.wrap(octets);
  }

  /** The base64 words up to the end of the record, of which there must be some. */
  static Octets base64Rest(TextReader in, String field) throws TextFormatException {
    byte[] octets = in.base64ToEnd();
    if (octets.length == 0) {
      throw in.malformed("a " + field + " in base64");
    }
    return Octets.wrap(octets);
  }

  /** A word that names a type. */
  static RRType type(TextReader in) throws TextFormatException {
    String expectation = "an RR type";
    String word = in.token(expectation);
    return RRType.find(word).orElseThrow(() -> in.malformed(expectation));
  }
}
