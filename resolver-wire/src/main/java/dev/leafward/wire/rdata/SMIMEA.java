// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * What certificate a mail user signs with.
 *
 * <p>RFC 8162 section 2: the form is that of {@link TLSA}.
 *
 * <pre>{@code
 * +-------------+----------+---------------+------------------+
 * | Cert. Usage | Selector | Matching Type | Association Data |
 * | u8          | u8       | u8            | octets           |
 * +-------------+----------+---------------+------------------+
 * }</pre>
 *
 * @param usage 0..255, what the certificate is matched for (RFC 6698 section 2.1.1)
 * @param selector 0..255; 0 the whole certificate, 1 its public key
 * @param matchingType 0..255; 0 the thing itself, 1 its SHA-256, 2 its SHA-512
 * @param associationData at least one octet; its length is not checked against the matching type
 */
public record SMIMEA(int usage, int selector, int matchingType, Octets associationData)
    implements RData {
  /** Checks the ranges. */
  public SMIMEA {
    Fields.checkU8("certificate usage", usage);
    Fields.checkU8("selector", selector);
    Fields.checkU8("matching type", matchingType);
    Fields.checkNotEmpty("certificate association", associationData);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static SMIMEA read(WireReader in) throws WireFormatException {
    return new SMIMEA(in.u8(), in.u8(), in.u8(), Fields.rest(in, "certificate association"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static SMIMEA parse(TextReader in) throws TextFormatException {
    return new SMIMEA(in.u8(), in.u8(), in.u8(), Fields.hexRest(in, "certificate association"));
  }

  @Override
  public RRType type() {
    return RRType.SMIMEA;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(usage);
    out.u8(selector);
    out.u8(matchingType);
    associationData.write(out);
  }

  @Override
  public String toString() {
    return usage + " " + selector + " " + matchingType + " " + associationData.hexBlocks();
  }
}
