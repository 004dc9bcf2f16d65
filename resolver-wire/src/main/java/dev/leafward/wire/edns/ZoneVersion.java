// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version of its zone an answer was taken from.
 *
 * <p>RFC 9660 section 2: empty in a query; in a response the zone, by how many of the question's
 * labels it has, and its version.
 */
public final class ZoneVersion implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 19;

  /** What a query carries to ask for the version. */
  public static final ZoneVersion REQUEST = new ZoneVersion(null);

  private final @Nullable Version version;

  private ZoneVersion(@Nullable Version version) {
    this.version = version;
  }

  /**
   * The version of one zone.
   *
   * @param labelCount how many labels, counted from the root, of the question's name are the zone's
   *     name: 0 to 255
   * @param type what the version is, {@link #SOA_SERIAL} or another: 0 to 255
   * @param octets the version: exactly four octets if it is a serial
   */
  public record Version(int labelCount, int type, Octets octets) {
    /** The type of a version that is the serial of the zone's SOA record. */
    public static final int SOA_SERIAL = 0;

    private static final int SERIAL_OCTETS = 4;

    /** Checks the ranges. */
    public Version {
      OptionFields.checkU8("label count", labelCount);
      OptionFields.checkU8("type", type);
      if (!isLength(type, octets.length())) {
        throw new IllegalArgumentException("a serial of " + octets.length() + " octets");
      }
    }

    private static boolean isLength(int type, int octets) {
      return type != SOA_SERIAL || octets == SERIAL_OCTETS;
    }

    @Override
    public String toString() {
      String value =
          type == SOA_SERIAL
              ? "SOA-SERIAL " + Long.parseLong(octets.hex(), 16)
              : "type " + type + OptionFields.dump(octets);
      return labelCount + " labels, " + value;
    }
  }

  /** Makes the option of a response. */
  public static ZoneVersion of(Version version) {
    return new ZoneVersion(version);
  }

  /** Reads the wire form. */
  static ZoneVersion read(WireReader in) throws WireFormatException {
    if (!in.hasRemaining()) {
      return REQUEST;
    }
    int labelCount = in.u8();
    int type = in.u8();
    if (!Version.isLength(type, in.remaining())) {
      throw in.malformed("serial of " + in.remaining() + " octets");
    }
    return new ZoneVersion(new Version(labelCount, type, OptionFields.rest(in)));
  }

  /** Returns the version; empty in a query. */
  public Optional<Version> version() {
    return Optional.ofNullable(version);
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    if (version != null) {
      out.u8(version.labelCount());
      out.u8(version.type());
      version.octets().write(out);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ZoneVersion that && version().equals(that.version());
  }

  @Override
  public int hashCode() {
    return version().hashCode();
  }

  @Override
  public String toString() {
    return version == null ? "ZONEVERSION:" : "ZONEVERSION: " + version;
  }
}
