// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.Objects;

/**
 * A key for IPsec, and the gateway to which it belongs.
 *
 * <p>RFC 4025 section 2; a gateway's name is not compressed.
 *
 * <pre>{@code
 * +------------+--------------+-----------+---------+------------+
 * | precedence | gateway type | algorithm | gateway | public key |
 * | u8         | u8           | u8        | by type | octets     |
 * +------------+--------------+-----------+---------+------------+
 * }</pre>
 *
 * @param precedence 0..255, lower is tried first
 * @param algorithm 0..255; 0 if there is no key, 2 for RSA
 * @param gateway the gateway
 * @param key the key in the form of the algorithm's DNSKEY data; empty if there is none
 */
public record IPSECKEY(int precedence, int algorithm, Gateway gateway, Octets key)
    implements RData {
  /** Checks the ranges. */
  public IPSECKEY {
    Fields.checkU8("precedence", precedence);
    Fields.checkU8("algorithm", algorithm);
    Objects.requireNonNull(gateway, "gateway");
    Objects.requireNonNull(key, "key");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data; {@link UnknownRData} if the gateway's type is unknown, since nobody can tell
   *     where the key begins then
   * @throws WireFormatException if the octets are no such data
   */
  public static RData read(WireReader in) throws WireFormatException {
    int precedence = in.u8();
    int gatewayType = in.u8();
    int algorithm = in.u8();
    if (gatewayType > Gateway.MAX_TYPE) {
      byte[] begin = {(byte) precedence, (byte) gatewayType, (byte) algorithm};
      return UnknownRData.behind(RRType.IPSECKEY, begin, in);
    }
    Gateway gateway = Gateway.read(gatewayType, in);
    return new IPSECKEY(precedence, algorithm, gateway, Fields.optionalRest(in));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static IPSECKEY parse(TextReader in) throws TextFormatException {
    int precedence = in.u8();
    int gatewayType = in.u8();
    int algorithm = in.u8();
    Gateway gateway = Gateway.parse(gatewayType, in);
    return new IPSECKEY(precedence, algorithm, gateway, Fields.optionalBase64Rest(in));
  }

  @Override
  public RRType type() {
    return RRType.IPSECKEY;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(precedence);
    out.u8(gateway.type());
    out.u8(algorithm);
    gateway.write(out);
    key.write(out);
  }

  @Override
  public String toString() {
    return precedence
        + " "
        + gateway.type()
        + " "
        + algorithm
        + " "
        + gateway
        + Fields.optionalBase64(key);
  }
}
