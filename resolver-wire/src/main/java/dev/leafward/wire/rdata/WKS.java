// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The services that an address offers over one protocol.
 *
 * <p>RFC 1035 section 3.4.2 (obsolete by RFC 1123 section 5.3.1.12).
 *
 * <pre>{@code
 * +----------+----------+---------------+
 * | ADDRESS  | PROTOCOL | BIT MAP       |
 * | 4 octets | u8       | 0..8192 octets |
 * +----------+----------+---------------+
 * }</pre>
 *
 * <p>The bit map has one bit for each port from 0 on, most significant bit first. Ports and
 * protocols are written as numbers; the best-known may be read by name ({@code TCP SMTP}). A bit
 * map that ends in zero octets is kept, and has only the generic text of RFC 3597.
 *
 * @param address the address
 * @param protocol 0..255, IANA's protocol number; 6 is TCP, 17 UDP
 * @param bitMap at most 8192 octets
 */
public record WKS(Inet4Address address, int protocol, Octets bitMap) implements RData {
  private static final int MAX_PORT = 0xFFFF;
  private static final int MAX_OCTETS = (MAX_PORT + 1) / Byte.SIZE;

  /** Checks the ranges. */
  public WKS {
    Objects.requireNonNull(address, "address");
    Fields.checkU8("protocol", protocol);
    if (bitMap.length() > MAX_OCTETS) {
      throw new IllegalArgumentException("bit map of " + bitMap.length() + " octets");
    }
  }

  /**
   * Returns data with the shortest bit map for these ports.
   *
   * @param address the address
   * @param protocol 0..255
   * @param ports any of 0..65535, in any order
   * @return the data
   * @throws IllegalArgumentException if a number is out of range
   */
  public static WKS of(Inet4Address address, int protocol, int... ports) {
    int highest = -1;
    for (int port : ports) {
      Fields.checkU16("port", port);
      highest = Math.max(highest, port);
    }
    byte[] bits = new byte[(highest + Byte.SIZE) / Byte.SIZE];
    for (int port : ports) {
      bits[port >> 3] |= (byte) (0x80 >> (port & 7));
    }
    return new WKS(address, protocol, Octets.wrap(bits));
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static WKS read(WireReader in) throws WireFormatException {
    Inet4Address address = Addresses.readV4(in);
    int protocol = in.u8();
    if (in.remaining() > MAX_OCTETS) {
      throw in.malformed("bit map of " + in.remaining() + " octets");
    }
    return new WKS(address, protocol, Octets.wrap(in.rest()));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static WKS parse(TextReader in) throws TextFormatException {
    Inet4Address address = Addresses.parseV4(in);
    int protocol = Mnemonics.PROTOCOL.parse(in);
    int[] ports = new int[16];
    int count = 0;
    while (in.hasNext()) {
      if (count == ports.length) {
        ports = Arrays.copyOf(ports, 2 * count);
      }
      ports[count++] = Mnemonics.SERVICE.parse(in);
    }
    return of(address, protocol, Arrays.copyOf(ports, count));
  }

  /**
   * Returns the ports of the services.
   *
   * @return 0..65535 each, rising; immutable
   */
  public List<Integer> ports() {
    List<Integer> ports = new ArrayList<>();
    for (int port = 0; port < bitMap.length() * Byte.SIZE; port++) {
      if ((bitMap.octetAt(port >> 3) & (0x80 >> (port & 7))) != 0) {
        ports.add(port);
      }
    }
    return List.copyOf(ports);
  }

  @Override
  public RRType type() {
    return RRType.WKS;
  }

  @Override
  public void write(WireWriter out) {
    Addresses.write(address, out);
    out.u8(protocol);
    bitMap.write(out);
  }

  @Override
  public String toString() {
    if (!bitMap.isEmpty() && bitMap.octetAt(bitMap.length() - 1) == 0) {
      return Fields.generic(this);
    }
    StringBuilder text = new StringBuilder(Addresses.format(address)).append(' ').append(protocol);
    for (int port : ports()) {
      text.append(' ').append(port);
    }
    return text.toString();
  }
}
