// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Mixes the families of sorted addresses, so that a program that tries to connect to one after the
 * other soon tries the other family (RFC 8305 section 4).
 *
 * <p>The first address stays the first, and within a family the order stays as it is. It does not
 * connect: when to begin the next attempt is for the program to say (section 5).
 */
public final class HappyEyeballs {

  private HappyEyeballs() {}

  /**
   * Mixes the families, one address of each in turn.
   *
   * @param sorted the addresses in the order of RFC 6724, as {@link HostAnswer#addresses} has them
   */
  public static List<InetAddress> interleave(List<InetAddress> sorted) {
    return interleave(sorted, 1);
  }

  /**
   * Mixes the families.
   *
   * @param sorted the addresses in the order of RFC 6724
   * @param firstAddressFamilyCount how many addresses of the first one's family stand before the
   *     first of the other family; then the families take turns. At least 1; section 4 has 1 as the
   *     default, and 2 for a network that favours a family
   */
  public static List<InetAddress> interleave(
      List<InetAddress> sorted, int firstAddressFamilyCount) {
    if (firstAddressFamilyCount < 1) {
      throw new IllegalArgumentException("at least one address of the first family comes first");
    }
    if (sorted.isEmpty()) {
      return List.of();
    }
    boolean firstIsIpv6 = isIpv6(sorted.getFirst());
    Deque<InetAddress> first = new ArrayDeque<>();
    Deque<InetAddress> other = new ArrayDeque<>();
    sorted.forEach(each -> (isIpv6(each) == firstIsIpv6 ? first : other).add(each));
    List<InetAddress> mixed = new ArrayList<>();
    for (int i = 1; i < firstAddressFamilyCount && !first.isEmpty(); i++) {
      mixed.add(first.remove());
    }
    while (!first.isEmpty() || !other.isEmpty()) {
      takeOne(first, mixed);
      takeOne(other, mixed);
    }
    return mixed;
  }

  private static void takeOne(Deque<InetAddress> family, List<InetAddress> mixed) {
    InetAddress next = family.poll();
    if (next != null) {
      mixed.add(next);
    }
  }

  private static boolean isIpv6(InetAddress address) {
    return address instanceof Inet6Address;
  }
}
