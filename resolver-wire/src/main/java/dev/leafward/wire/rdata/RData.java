// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.WireWriter;

/**
 * The data of one resource record, as an immutable value with a type, a wire form and a text form.
 *
 * <p>RFC 1035 section 3.2.1 (RDATA) and section 5.1 (presentation format). Types that Leafward
 * knows are records of their own ({@link A}, {@link MX}, ...); all other data is {@link
 * UnknownRData} (RFC 3597). Both directions of reading go through {@link RDataFormats}.
 *
 * <p>Two values are equal when their fields are equal; names within compare without ASCII case. The
 * interface is open, so that a program can carry types of its own.
 */
public interface RData {

  /**
   * Returns the type of the record that holds this data.
   *
   * @return the type; the same for every value of one implementation, but for {@link UnknownRData}
   */
  RRType type();

  /**
   * Appends the wire form without the length that precedes it in a message.
   *
   * @param out where to write; names are compressed only in the types of RFC 1035 (RFC 3597 section
   *     4)
   */
  void write(WireWriter out);

  /**
   * Returns the presentation form on one line, with absolute names, as dig writes it: long
   * hexadecimal and base64 data is broken into blocks of 56 characters by single blanks.
   *
   * @return text which {@link RDataFormats#parse} reads back as an equal value
   */
  @Override
  String toString();
}
