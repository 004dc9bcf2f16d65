// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long a secondary server's copy of a zone is still good.
 *
 * <p>RFC 7314 section 2: empty in a query, a number of 32 bits in a response.
 */
public final class Expire implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 9;

  /** What a query carries to ask for the time. */
  public static final Expire REQUEST = new Expire(-1);

  private final long seconds;

  private Expire(long seconds) {
    this.seconds = seconds;
  }

  /**
   * Makes the option of a response.
   *
   * @param seconds 0 to 4294967295
   */
  public static Expire ofSeconds(long seconds) {
    OptionFields.checkU32("seconds", seconds);
    return new Expire(seconds);
  }

  /** Reads the wire form. */
  static Expire read(WireReader in) throws WireFormatException {
    return in.hasRemaining() ? new Expire(in.u32()) : REQUEST;
  }

  /** Returns the seconds until the zone expires, 0 to 4294967295; empty in a query. */
  public OptionalLong seconds() {
    return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    if (seconds >= 0) {
      out.u32(seconds);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expire that && seconds == that.seconds;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seconds);
  }

  @Override
  public String toString() {
    return seconds < 0 ? "EXPIRE:" : "EXPIRE: " + OptionFields.seconds(seconds);
  }
}
