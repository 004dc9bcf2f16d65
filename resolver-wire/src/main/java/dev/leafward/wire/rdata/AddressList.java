// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * An immutable list of addresses that keeps their octets, and makes an address when asked for it.
 *
 * <p>An address is an object of some hundred octets: lists of them, one behind the other in hostile
 * RDATA, would take 26 times the memory of what came in.
 */
final class AddressList<E extends InetAddress> extends AbstractList<E> implements RandomAccess {
  private final byte[] octets;
  private final int addressOctets;
  private final Function<byte[], E> maker;

  private AddressList(byte[] octets, int addressOctets, Function<byte[], E> maker) {
    if (octets.length % addressOctets != 0) {
      throw new IllegalArgumentException("an address has " + addressOctets + " octets");
    }
    this.octets = octets;
    this.addressOctets = addressOctets;
    this.maker = maker;
  }

  /** Takes IPv4 addresses from an array that nobody else holds. */
  static AddressList<Inet4Address> v4(byte[] owned) {
    return new AddressList<>(owned, Addresses.V4_OCTETS, Addresses::v4);
  }

  /** Takes IPv6 addresses from an array that nobody else holds. */
  static AddressList<Inet6Address> v6(byte[] owned) {
    return new AddressList<>(owned, Addresses.V6_OCTETS, Addresses::v6);
  }

  /** Returns an immutable list of the same addresses. */
  static <E extends InetAddress> List<E> copyOf(List<E> addresses) {
    return addresses instanceof AddressList ? addresses : List.copyOf(addresses);
  }

  @Override
  public E get(int index) {
    int at = Objects.checkIndex(index, size()) * addressOctets;
    return maker.apply(Arrays.copyOfRange(octets, at, at + addressOctets));
  }

  @Override
  public int size() {
    return octets.length / addressOctets;
  }
}
