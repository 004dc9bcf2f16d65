// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;

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

  /** A name of a type for which RFC 3597 section 4 allows no compression, not even to others. */
  static DomainName uncompressedName(WireReader in) throws WireFormatException {
    int start = in.position();
    DomainName name = in.name();
    // A pointer has two octets, what it stands for has one or at least three.
    if (in.position() - start != name.octets()) {
      throw in.malformed("compressed name where none is allowed");
    }
    return name;
  }

  /** The text of RFC 3597 section 5, for data that has no other text which reads back the same. */
  static String generic(RData data) {
    WireWriter octets = WireWriter.uncompressed();
    data.write(octets);
    return new UnknownRData(data.type(), Octets.wrap(octets.toByteArray())).toString();
  }

  /** The octets up to the end of the RDATA, of which there may be none. */
  static Octets optionalRest(WireReader in) {
    return Octets.wrap(in.rest());
  }

  /** The base64 words up to the end of the record, of which there may be none. */
  static Octets optionalBase64Rest(TextReader in) throws TextFormatException {
    return Octets.wrap(in.base64ToEnd());
  }

  /** What {@link #optionalBase64Rest} reads, with the blank before it if there is anything. */
  static String optionalBase64(Octets octets) {
    return octets.isEmpty() ? "" : " " + octets.base64Blocks();
  }

  /** The decimal number in a word; -1 if it is none, or above {@code max}. */
  static int decimal(String word, int max) {
    int value = word.isEmpty() ? -1 : 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      value = value * 10 + digit;
      if (digit < 0 || digit > 9 || value > max) {
        return -1;
      }
    }
    return value;
  }

  /** A word that names a type. */
  static RRType type(TextReader in) throws TextFormatException {
    String expectation = "an RR type";
    String word = in.token(expectation);
    return RRType.find(word).orElseThrow(() -> in.malformed(expectation));
  }

  /**
   * A list with room for as many items as the octets that are really left can hold: what a packet
   * says of its own size is never trusted with memory.
   */
  static <T> List<T> listFor(WireReader in, int octetsOfAnItem) {
    return new ArrayList<>(in.remaining() / octetsOfAnItem);
  }
}
