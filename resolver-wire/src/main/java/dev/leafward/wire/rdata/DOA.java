// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * A digital object, or where it is.
 *
 * <p>draft-durand-doa-over-dns-03 section 3; never an RFC.
 *
 * <pre>{@code
 * +------------+--------+----------+------------------+--------+
 * | Enterprise | Type   | Location | Media Type       | Data   |
 * | u32        | u32    | u8       | character string | octets |
 * +------------+--------+----------+------------------+--------+
 * }</pre>
 *
 * @param enterprise 0..4294967295, who defines the object types; 0 for those of the draft
 * @param objectType 0..4294967295
 * @param location 0..255; 1 the data is the object, 2 it is a URI, 3 a handle
 * @param mediaType the media type, or empty
 * @param data 0 or more octets; a minus sign as text if there are none
 */
public record DOA(
    long enterprise, long objectType, int location, CharacterString mediaType, Octets data)
    implements RData {
  private static final String NO_DATA = "-";

  /** Checks the ranges. */
  public DOA {
    Fields.checkU32("enterprise", enterprise);
    Fields.checkU32("object type", objectType);
    Fields.checkU8("location", location);
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(data, "data");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static DOA read(WireReader in) throws WireFormatException {
    return new DOA(in.u32(), in.u32(), in.u8(), CharacterString.read(in), Octets.wrap(in.rest()));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static DOA parse(TextReader in) throws TextFormatException {
    return new DOA(in.u32(), in.u32(), in.u8(), CharacterString.parse(in), parseData(in));
  }

  @Override
  public RRType type() {
    return RRType.DOA;
  }

  @Override
  public void write(WireWriter out) {
    out.u32(enterprise);
    out.u32(objectType);
    out.u8(location);
    mediaType.write(out);
    data.write(out);
  }

  private static Octets parseData(TextReader in) throws TextFormatException {
    return in.accept(NO_DATA) ? Octets.EMPTY : Fields.base64Rest(in, "digital object");
  }

  @Override
  public String toString() {
    String dataText = data.isEmpty() ? NO_DATA : data.base64Blocks();
    return enterprise + " " + objectType + " " + location + " " + mediaType + " " + dataText;
  }
}
