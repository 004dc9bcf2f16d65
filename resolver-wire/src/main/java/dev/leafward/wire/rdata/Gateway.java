// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Objects;

/**
 * Where a gateway or relay is: nowhere, at an address, or at the addresses of a name.
 *
 * <p>RFC 4025 section 2.3 and 2.5, taken over by RFC 8777 section 4.2. The number of the kind and
 * the gateway itself stand apart from each other in the data, so that the types which hold a
 * gateway read and write the number themselves. Names are not compressed.
 */
public sealed interface Gateway {
  /** The greatest number of a kind whose form is known. */
  int MAX_TYPE = 3;

  /**
   * Returns the number of the kind.
   *
   * @return 0 none, 1 an IPv4 address, 2 an IPv6 address, 3 a name
   */
  int type();

  /**
   * Appends the wire form, without the number of the kind.
   *
   * @param out where to write
   */
  void write(WireWriter out);

  /** Returns the presentation form: a dot for none, else the address or the name. */
  @Override
  String toString();

  /** No gateway. */
  record None() implements Gateway {
    @Override
    public int type() {
      return 0;
    }

    @Override
    public void write(WireWriter out) {}

    @Override
    public String toString() {
      return ".";
    }
  }

  /**
   * A gateway at an IPv4 address.
   *
   * @param address the address
   */
  record Ipv4(Inet4Address address) implements Gateway {
    /** Checks that there is an address. */
    public Ipv4 {
      Objects.requireNonNull(address, "address");
    }

    @Override
    public int type() {
      return 1;
    }

    @Override
    public void write(WireWriter out) {
      Addresses.write(address, out);
    }

    @Override
    public String toString() {
      return Addresses.format(address);
    }
  }

  /**
   * A gateway at an IPv6 address.
   *
   * @param address the address
   */
  record Ipv6(Inet6Address address) implements Gateway {
    /** Checks that there is an address. */
    public Ipv6 {
      Objects.requireNonNull(address, "address");
    }

    @Override
    public int type() {
      return 2;
    }

    @Override
    public void write(WireWriter out) {
      Addresses.write(address, out);
    }

    @Override
    public String toString() {
      return Addresses.format(address);
    }
  }

  /**
   * A gateway at the addresses of a name.
   *
   * @param name the name
   */
  record Named(DomainName name) implements Gateway {
    /** Checks that there is a name. */
    public Named {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public int type() {
      return 3;
    }

    @Override
    public void write(WireWriter out) {
      out.name(name);
    }

    @Override
    public String toString() {
      return name.toString();
    }
  }

  /**
   * Reads the wire form of a gateway.
   *
   * @param type the number of its kind
   * @param in a reader placed at the gateway
   * @return the gateway
   * @throws WireFormatException if the octets are no such gateway, or the kind is unknown
   */
  static Gateway read(int type, WireReader in) throws WireFormatException {
    return switch (type) {
      case 0 -> new None();
      case 1 -> new Ipv4(Addresses.readV4(in));
      case 2 -> new Ipv6(Addresses.readV6(in));
      case 3 -> new Named(Fields.uncompressedName(in));
      default -> throw in.malformed("unknown gateway type " + type);
    };
  }

  /**
   * Reads the presentation form of a gateway.
   *
   * @param type the number of its kind
   * @param in the words from the gateway on
   * @return the gateway
   * @throws TextFormatException if the next word is no such gateway, or the kind is unknown
   */
  static Gateway parse(int type, TextReader in) throws TextFormatException {
    return switch (type) {
      case 0 -> parseNone(in);
      case 1 -> new Ipv4(Addresses.parseV4(in));
      case 2 -> new Ipv6(Addresses.parseV6(in));
      case 3 -> new Named(in.name());
      default -> throw in.malformed("a gateway type in 0.." + MAX_TYPE);
    };
  }

  private static Gateway parseNone(TextReader in) throws TextFormatException {
    String expectation = "a dot for no gateway";
    if (!in.token(expectation).equals(".")) {
      throw in.malformed(expectation);
    }
    return new None();
  }
}
