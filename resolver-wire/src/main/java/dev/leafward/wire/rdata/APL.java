// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.IpText;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A list of address prefixes, each in it or expressly not in it.
 *
 * <p>RFC 3123 section 4: any number of items, also none.
 *
 * <pre>{@code
 * +----------------+--------+-------+-----------+---------+
 * | ADDRESSFAMILY  | PREFIX | N     | AFDLENGTH | AFDPART |
 * | u16            | u8     | 1 bit | 7 bits    | octets  |
 * +----------------+--------+-------+-----------+---------+
 * }</pre>
 *
 * <p>Text is as in {@code 1:192.168.32.0/21 !1:192.168.38.0/28}. Lists with an address family other
 * than IPv4 and IPv6 have only the generic text of RFC 3597.
 *
 * @param items the items in their order
 */
public record APL(List<Item> items) implements RData {
  /** The address family of IPv4. */
  public static final int IPV4 = 1;

  /** The address family of IPv6. */
  public static final int IPV6 = 2;

  /** Copies the list. */
  public APL {
    items = List.copyOf(items);
  }

  /** Whether the addresses of a prefix belong to the list. */
  public enum Sense {
    /** They belong to it. */
    INCLUDED,
    /** They do not, which is written with an exclamation mark. */
    EXCLUDED
  }

  /**
   * One prefix.
   *
   * @param family 0..65535, IANA's address family number
   * @param prefixLength how many bits of the address count: 0..32 for IPv4, 0..128 for IPv6, else
   *     0..255
   * @param sense whether the prefix is in the list
   * @param addressPart the address without trailing zero octets; else at most 127 octets
   */
  public record Item(int family, int prefixLength, Sense sense, Octets addressPart) {
    private static final int MAX_OCTETS = 0x7F;
    private static final int EXCLUSION = 0x80;

    /** Checks the ranges. */
    public Item {
      Fields.checkU16("address family", family);
      Fields.checkU8("prefix length", prefixLength);
      Objects.requireNonNull(sense, "sense");
      String objection = objection(family, prefixLength, addressPart);
      if (!objection.isEmpty()) {
        throw new IllegalArgumentException(objection);
      }
    }

    /** What is wrong with the address; empty if nothing is. */
    private static String objection(int family, int prefixLength, Octets part) {
      int length = part.length();
      int size = octets(family);
      if (length > size) {
        return "address of " + length + " octets in family " + family;
      }
      if (size == MAX_OCTETS) {
        return "";
      }
      if (prefixLength > size * Byte.SIZE) {
        return "prefix length " + prefixLength + " in family " + family;
      }
      return length > 0 && part.octetAt(length - 1) == 0 ? "address with trailing zero octets" : "";
    }

    private static int octets(int family) {
      return switch (family) {
        case IPV4 -> Addresses.V4_OCTETS;
        case IPV6 -> Addresses.V6_OCTETS;
        default -> MAX_OCTETS;
      };
    }

    private boolean hasText() {
      return family == IPV4 || family == IPV6;
    }

    private static Item read(WireReader in) throws WireFormatException {
      int family = in.u16();
      int prefixLength = in.u8();
      int length = in.u8();
      Octets part = Octets.wrap(in.octets(length & MAX_OCTETS));
      String objection = objection(family, prefixLength, part);
      if (!objection.isEmpty()) {
        throw in.malformed(objection);
      }
      Sense sense = (length & EXCLUSION) == 0 ? Sense.INCLUDED : Sense.EXCLUDED;
      return new Item(family, prefixLength, sense, part);
    }

    private static Item parse(TextReader in) throws TextFormatException {
      String expectation = "a prefix such as 1:192.0.2.0/24 or !2:2001:db8::/32";
      String word = in.token(expectation);
      Sense sense = word.startsWith("!") ? Sense.EXCLUDED : Sense.INCLUDED;
      String prefix = sense == Sense.EXCLUDED ? word.substring(1) : word;
      int slash = prefix.lastIndexOf('/');
      if (slash < 2) {
        throw in.malformed(expectation);
      }
      String address = prefix.substring(2, slash);
      try {
        int length = Fields.decimal(prefix.substring(slash + 1), 0xFF);
        return switch (prefix.substring(0, 2)) {
          case "1:" -> new Item(IPV4, length, sense, shortest(IpText.parseV4(address)));
          case "2:" -> new Item(IPV6, length, sense, shortest(IpText.parseV6(address)));
          default -> throw in.malformed(expectation);
        };
      } catch (IllegalArgumentException e) {
        throw in.malformed(expectation);
      }
    }

    private static Octets shortest(byte[] address) {
      int length = address.length;
      while (length > 0 && address[length - 1] == 0) {
        length--;
      }
      return Octets.wrap(Arrays.copyOf(address, length));
    }

    private void write(WireWriter out) {
      out.u16(family);
      out.u8(prefixLength);
      out.u8(addressPart.length() | (sense == Sense.EXCLUDED ? EXCLUSION : 0));
      addressPart.write(out);
    }

    /**
     * Returns the presentation form.
     *
     * @return for instance {@code !1:192.168.38.0/28}, or with hexadecimal digits if the family is
     *     neither IPv4 nor IPv6
     */
    @Override
    public String toString() {
      String address =
          hasText()
              ? IpText.format(Arrays.copyOf(addressPart.toArray(), octets(family)))
              : addressPart.hex();
      return (sense == Sense.EXCLUDED ? "!" : "") + family + ":" + address + "/" + prefixLength;
    }
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static APL read(WireReader in) throws WireFormatException {
    List<Item> items = new ArrayList<>();
    while (in.hasRemaining()) {
      items.add(Item.read(in));
    }
    return new APL(items);
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static APL parse(TextReader in) throws TextFormatException {
    List<Item> items = new ArrayList<>();
    while (in.hasNext()) {
      items.add(Item.parse(in));
    }
    return new APL(items);
  }

  @Override
  public RRType type() {
    return RRType.APL;
  }

  @Override
  public void write(WireWriter out) {
    for (Item item : items) {
      item.write(out);
    }
  }

  @Override
  public String toString() {
    return items.stream().allMatch(Item::hasText)
        ? items.stream().map(Item::toString).collect(Collectors.joining(" "))
        : Fields.generic(this);
  }
}
