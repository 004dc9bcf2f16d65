// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;

/**
 * Where something is on or about the earth, and how large it is.
 *
 * <p>RFC 1876.
 *
 * <pre>{@code
 * +---------+------+-----------+----------+----------+-----------+----------+
 * | VERSION | SIZE | HORIZ PRE | VERT PRE | LATITUDE | LONGITUDE | ALTITUDE |
 * | u8, 0   | u8   | u8        | u8       | u32      | u32       | u32      |
 * +---------+------+-----------+----------+----------+-----------+----------+
 * }</pre>
 *
 * <p>Sizes and precisions have one significant digit: on the wire they are a digit and the power of
 * ten it is multiplied by, four bits each. Text is as in {@code 42 21 54.000 N 71 6 18.000 W
 * -24.00m 30m 10000m 10m}; what follows the altitude may be left out when it is read.
 *
 * @param size the diameter of a sphere about it, in centimetres: 0, or a digit and zeros
 * @param horizontalPrecision centimetres of the same form
 * @param verticalPrecision centimetres of the same form
 * @param latitude thousandths of a second of arc, at most 90 degrees, positive in the north
 * @param longitude thousandths of a second of arc, at most 180 degrees, positive in the east
 * @param altitude centimetres above the WGS 84 spheroid, -10000000..4284967295
 */
public record LOC(
    long size,
    long horizontalPrecision,
    long verticalPrecision,
    long latitude,
    long longitude,
    long altitude)
    implements RData {
  private static final long DEGREE = 3_600_000;
  private static final long MAX_LATITUDE = 90 * DEGREE;
  private static final long MAX_LONGITUDE = 180 * DEGREE;
  private static final long ZERO_ANGLE = 0x8000_0000L;
  private static final long ZERO_ALTITUDE = 10_000_000;
  private static final long MAX_ALTITUDE = 0xFFFF_FFFFL - ZERO_ALTITUDE;

  /** Checks the ranges. */
  public LOC {
    LocSize.encode("size", size);
    LocSize.encode("horizontal precision", horizontalPrecision);
    LocSize.encode("vertical precision", verticalPrecision);
    check("latitude", latitude, -MAX_LATITUDE, MAX_LATITUDE);
    check("longitude", longitude, -MAX_LONGITUDE, MAX_LONGITUDE);
    check("altitude", altitude, -ZERO_ALTITUDE, MAX_ALTITUDE);
  }

  private static void check(String field, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(field + " " + value + " is outside " + min + ".." + max);
    }
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data; {@link UnknownRData} if it is of another version than 0, whose form nobody
   *     knows
   * @throws WireFormatException if the octets are no such data
   */
  public static RData read(WireReader in) throws WireFormatException {
    int version = in.u8();
    if (version != 0) {
      return UnknownRData.behind(RRType.LOC, new byte[] {(byte) version}, in);
    }
    long size = LocSize.read(in);
    long horizontal = LocSize.read(in);
    long vertical = LocSize.read(in);
    long latitude = angle(in, MAX_LATITUDE);
    long longitude = angle(in, MAX_LONGITUDE);
    return new LOC(size, horizontal, vertical, latitude, longitude, in.u32() - ZERO_ALTITUDE);
  }

  private static long angle(WireReader in, long max) throws WireFormatException {
    long angle = in.u32() - ZERO_ANGLE;
    if (Math.abs(angle) > max) {
      throw in.malformed("angle beyond " + max / DEGREE + " degrees");
    }
    return angle;
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static LOC parse(TextReader in) throws TextFormatException {
    return LocText.parse(in);
  }

  @Override
  public RRType type() {
    return RRType.LOC;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(0);
    out.u8(LocSize.encode("size", size));
    out.u8(LocSize.encode("horizontal precision", horizontalPrecision));
    out.u8(LocSize.encode("vertical precision", verticalPrecision));
    out.u32(latitude + ZERO_ANGLE);
    out.u32(longitude + ZERO_ANGLE);
    out.u32(altitude + ZERO_ALTITUDE);
  }

  @Override
  public String toString() {
    return LocText.format(this);
  }
}
