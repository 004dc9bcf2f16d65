// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * Where a relay for automatic multicast tunnelling is.
 *
 * <p>RFC 8777 section 4. The name is not compressed. A relay of a type beyond 3 has no defined
 * form: its record is read as {@link UnknownRData}.
 *
 * <pre>{@code
 * +------------+---+------+----------------------+
 * | Precedence | D | Type | Relay                |
 * | u8         | 1 | 7    | by its type: Gateway |
 * +------------+---+------+----------------------+
 * }</pre>
 *
 * @param precedence 0..255, lower is tried first
 * @param discovery whether the relay must be asked for its address first (the D bit)
 * @param relay the relay, or none
 */
public record AMTRELAY(int precedence, Discovery discovery, Gateway relay) implements RData {
  private static final int D_BIT = 0x80;
  private static final int TYPE_BITS = 0x7F;

  /** Whether relay discovery (RFC 7450 section 5.2.3.4) comes before the tunnel. */
  public enum Discovery {
    /** The address is that of discovery: the D bit is 0. */
    REQUIRED,

    /** The relay takes requests at once: the D bit is 1. */
    OPTIONAL
  }

  /** Checks the ranges. */
  public AMTRELAY {
    Fields.checkU8("precedence", precedence);
    Objects.requireNonNull(discovery, "discovery");
    Objects.requireNonNull(relay, "relay");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data; {@link UnknownRData} if the relay's type is not defined
   * @throws WireFormatException if the octets are no such data
   */
  public static RData read(WireReader in) throws WireFormatException {
    int precedence = in.u8();
    int kind = in.u8();
    if ((kind & TYPE_BITS) > Gateway.MAX_TYPE) {
      WireWriter opaque = WireWriter.uncompressed();
      opaque.u8(precedence);
      opaque.u8(kind);
      opaque.octets(in.rest());
      return new UnknownRData(RRType.AMTRELAY, Octets.wrap(opaque.toByteArray()));
    }
    Discovery discovery = (kind & D_BIT) != 0 ? Discovery.OPTIONAL : Discovery.REQUIRED;
    return new AMTRELAY(precedence, discovery, Gateway.read(kind & TYPE_BITS, in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static AMTRELAY parse(TextReader in) throws TextFormatException {
    int precedence = in.u8();
    Discovery discovery = parseDiscovery(in);
    return new AMTRELAY(precedence, discovery, Gateway.parse(in.u8(), in));
  }

  @Override
  public RRType type() {
    return RRType.AMTRELAY;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(precedence);
    out.u8((discovery == Discovery.OPTIONAL ? D_BIT : 0) | relay.type());
    relay.write(out);
  }

  private static Discovery parseDiscovery(TextReader in) throws TextFormatException {
    String expectation = "0 or 1, whether discovery is optional";
    return switch (in.token(expectation)) {
      case "0" -> Discovery.REQUIRED;
      case "1" -> Discovery.OPTIONAL;
      default -> throw in.malformed(expectation);
    };
  }

  @Override
  public String toString() {
    String optional = discovery == Discovery.OPTIONAL ? "1" : "0";
    return precedence + " " + optional + " " + relay.type() + " " + relay;
  }
}
