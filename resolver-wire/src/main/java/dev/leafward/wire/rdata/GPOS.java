// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * Where a host is, in degrees and metres as text.
 *
 * <p>RFC 1712 section 3 (withdrawn in favour of {@link LOC}). The strings are decimal numbers by
 * that RFC; their form is not checked.
 *
 * <pre>{@code
 * +-----------+----------+----------+
 * | LONGITUDE | LATITUDE | ALTITUDE |
 * | string    | string   | string   |
 * +-----------+----------+----------+
 * }</pre>
 *
 * @param longitude degrees in -90..90 by the RFC, although it means -180..180
 * @param latitude degrees in -90..90
 * @param altitude metres
 */
public record GPOS(CharacterString longitude, CharacterString latitude, CharacterString altitude)
    implements RData {
  /** Checks that there are all fields. */
  public GPOS {
    Objects.requireNonNull(longitude, "longitude");
    Objects.requireNonNull(latitude, "latitude");
    Objects.requireNonNull(altitude, "altitude");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static GPOS read(WireReader in) throws WireFormatException {
    return new GPOS(CharacterString.read(in), CharacterString.read(in), CharacterString.read(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static GPOS parse(TextReader in) throws TextFormatException {
    return new GPOS(
        CharacterString.parse(in), CharacterString.parse(in), CharacterString.parse(in));
  }

  @Override
  public RRType type() {
    return RRType.GPOS;
  }

  @Override
  public void write(WireWriter out) {
    longitude.write(out);
    latitude.write(out);
    altitude.write(out);
  }

  @Override
  public String toString() {
    return longitude + " " + latitude + " " + altitude;
  }
}
