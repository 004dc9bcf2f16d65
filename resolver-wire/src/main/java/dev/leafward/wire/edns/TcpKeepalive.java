// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a server keeps an idle TCP connection open.
 *
 * <p>RFC 7828 section 3.1: empty in a query; in a response a number of 16 bits, in units of 100
 * milliseconds, where 0 asks the client to close.
 */
public final class TcpKeepalive implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 11;

  /** What a query carries to say that the client understands the option. */
  public static final TcpKeepalive REQUEST = new TcpKeepalive(-1);

  private static final int UNIT_MILLIS = 100;

  private final int units;

  private TcpKeepalive(int units) {
    this.units = units;
  }

  /**
   * Makes the option of a response.
   *
   * @param timeout 0 to 6553.5 seconds; what is less than a tenth of a second is cut off
   */
  public static TcpKeepalive of(Duration timeout) {
    long units = timeout.toMillis() / UNIT_MILLIS;
    if (timeout.isNegative() || units > 0xFFFF) {
      throw new IllegalArgumentException("a timeout of " + timeout);
    }
    return new TcpKeepalive((int) units);
  }

  /** Reads the wire form. */
  static TcpKeepalive read(WireReader in) throws WireFormatException {
    return in.hasRemaining() ? new TcpKeepalive(in.u16()) : REQUEST;
  }

  /** Returns how long an idle connection stays open; empty in a query. */
  public Optional<Duration> timeout() {
    return units < 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) units * UNIT_MILLIS));
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    if (units >= 0) {
      out.u16(units);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TcpKeepalive that && units == that.units;
  }

  @Override
  public int hashCode() {
    return units;
  }

  @Override
  public String toString() {
    return units < 0
        ? "TCP KEEPALIVE:"
        : "TCP KEEPALIVE: " + units / 10 + "." + units % 10 + " secs";
  }
}
