// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * The number of a node of the Bundle Protocol.
 *
 * <p>IANA's registration of 2024 and draft-johnson-dns-ipn-cla-07 section 3.1: 64 bits. As text it
 * is one decimal number; two numbers of 32 bits with a dot between, the higher one first, are read
 * too.
 *
 * @param node the node number, as an unsigned number of 64 bits
 */
public record IPN(long node) implements RData {
  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static IPN read(WireReader in) throws WireFormatException {
    return new IPN(in.u32() << 32 | in.u32());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static IPN parse(TextReader in) throws TextFormatException {
    String expectation = "a node number of 64 bits, or two of 32 bits with a dot between";
    String word = in.token(expectation);
    int dot = word.indexOf('.');
    try {
      if (dot < 0) {
        return new IPN(unsigned(word, Long.SIZE));
      }
      long high = unsigned(word.substring(0, dot), Integer.SIZE);
      return new IPN(high << 32 | unsigned(word.substring(dot + 1), Integer.SIZE));
    } catch (NumberFormatException e) {
      throw in.malformed(expectation);
    }
  }

  @Override
  public RRType type() {
    return RRType.IPN;
  }

  @Override
  public void write(WireWriter out) {
    out.u32(node >>> 32);
    out.u32(node);
  }

  private static long unsigned(String digits, int bits) {
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new NumberFormatException(digits);
    }
    return bits == Integer.SIZE
        ? Integer.toUnsignedLong(Integer.parseUnsignedInt(digits))
        : Long.parseUnsignedLong(digits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(node);
  }
}
