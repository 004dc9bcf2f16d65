// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.AddressBlock;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;

/**
 * What makes one address a better destination than another: the policy table of RFC 6724 section
 * 2.1, and the scopes of section 3.1, as {@code gai.conf(5)} may change them.
 *
 * <p>The longest prefix decides. IPv4 addresses are looked up in their IPv4-mapped form (RFC 6724
 * section 3.2).
 *
 * @param labels a source fits a destination that has the same label. Default: those of RFC 6724,
 *     where glibc still has those of RFC 3484
 * @param precedences the higher comes first. Default: those of RFC 6724
 * @param scopesOfIpv4 the scopes of IPv4 addresses. Default: link-local for 169.254.0.0/16 and
 *     127.0.0.0/8, global for all others
 * @param ignored what is not used, and why
 */
public record PolicyTable(
    List<Rule> labels, List<Rule> precedences, List<Rule> scopesOfIpv4, List<Ignored> ignored) {

  /** The scope of an address that is good on its link only. */
  public static final int LINK_LOCAL = 0x2;

  /** The scope of an address that is good within its site, which RFC 3879 did away with. */
  public static final int SITE_LOCAL = 0x5;

  /** The scope of an address that is good everywhere. */
  public static final int GLOBAL = 0xe;

  static final int LABEL_OF_ALL_ELSE = 1;
  static final int PRECEDENCE_OF_ALL_ELSE = 40;

  private static final byte MULTICAST = (byte) 0xff;
  private static final int SCOPE_BITS = 0xf;
  private static final AddressBlock LINK_LOCAL_IPV6 = AddressBlock.parse("fe80::/10");
  private static final AddressBlock SITE_LOCAL_IPV6 = AddressBlock.parse("fec0::/10");
  private static final AddressBlock LOOPBACK_IPV6 = AddressBlock.parse("::1");
  private static final int IPV6_OCTETS = 16;
  private static final int MAPPED_OCTETS = 12;

  /** The table of RFC 6724 section 2.1. */
  public static final PolicyTable DEFAULT =
      new PolicyTable(
          List.of(
              Rule.byDefault("::1/128", 0),
              Rule.byDefault("::/0", LABEL_OF_ALL_ELSE),
              Rule.byDefault("::ffff:0:0/96", 4),
              Rule.byDefault("2002::/16", 2),
              Rule.byDefault("2001::/32", 5),
              Rule.byDefault("fc00::/7", 13),
              Rule.byDefault("::/96", 3),
              Rule.byDefault("fec0::/10", 11),
              Rule.byDefault("3ffe::/16", 12)),
          List.of(
              Rule.byDefault("::1/128", 50),
              Rule.byDefault("::/0", PRECEDENCE_OF_ALL_ELSE),
              Rule.byDefault("::ffff:0:0/96", 35),
              Rule.byDefault("2002::/16", 30),
              Rule.byDefault("2001::/32", 5),
              Rule.byDefault("fc00::/7", 3),
              Rule.byDefault("::/96", 1),
              Rule.byDefault("fec0::/10", 1),
              Rule.byDefault("3ffe::/16", 1)),
          List.of(
              Rule.byDefault("::ffff:169.254.0.0/112", LINK_LOCAL),
              Rule.byDefault("::ffff:127.0.0.0/104", LINK_LOCAL),
              Rule.byDefault("::ffff:0.0.0.0/96", GLOBAL)),
          List.of());

  /** Copies the lists, each with the longest prefixes first. */
  public PolicyTable {
    labels = longestFirst(labels);
    precedences = longestFirst(precedences);
    scopesOfIpv4 = longestFirst(scopesOfIpv4);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a file by the rules of glibc: one rule of a kind puts all defaults of that kind aside.
   *
   * @param text the contents of the file; empty if there is none
   * @param source what the origins call it
   */
  public static PolicyTable parse(String text, String source) {
    return new GaiConfParser(source).parse(text);
  }

  /** The label of an address. */
  public int label(InetAddress address) {
    return value(labels, octets(address), LABEL_OF_ALL_ELSE);
  }

  /** The precedence of an address. */
  public int precedence(InetAddress address) {
    return value(precedences, octets(address), PRECEDENCE_OF_ALL_ELSE);
  }

  /** The scope of an address, in the numbers of multicast addresses (RFC 4291 section 2.7). */
  public int scope(InetAddress address) {
    byte[] octets = address.getAddress();
    if (octets.length < IPV6_OCTETS) {
      return value(scopesOfIpv4, octets(address), GLOBAL);
    }
    if (octets[0] == MULTICAST) {
      return octets[1] & SCOPE_BITS;
    }
    if (LINK_LOCAL_IPV6.contains(octets) || LOOPBACK_IPV6.contains(octets)) {
      return LINK_LOCAL;
    }
    return SITE_LOCAL_IPV6.contains(octets) ? SITE_LOCAL : GLOBAL;
  }

  private static int value(List<Rule> rules, byte[] octets, int byDefault) {
    for (Rule rule : rules) {
      if (rule.block().contains(octets)) {
        return rule.value();
      }
    }
    return byDefault;
  }

  /** An address as IPv6. */
  private static byte[] octets(InetAddress address) {
    byte[] octets = address.getAddress();
    if (octets.length == IPV6_OCTETS) {
      return octets;
    }
    byte[] mapped = new byte[IPV6_OCTETS];
    mapped[MAPPED_OCTETS - 2] = (byte) 0xff;
    mapped[MAPPED_OCTETS - 1] = (byte) 0xff;
    System.arraycopy(octets, 0, mapped, MAPPED_OCTETS, octets.length);
    return mapped;
  }

  private static List<Rule> longestFirst(List<Rule> rules) {
    return rules.stream().sorted(Comparator.comparingInt(Rule::bits).reversed()).toList();
  }

  /**
   * What holds for the addresses that begin with the same bits.
   *
   * @param block the addresses, IPv4 in the IPv4-mapped form
   * @param bits how many bits they share, 0 to 128
   * @param value the label, precedence or scope
   * @param origin who said so
   */
  public record Rule(AddressBlock block, int bits, int value, Origin origin) {

    private static Rule byDefault(String cidr, int value) {
      int bits = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
      return new Rule(AddressBlock.parse(cidr), bits, value, Origin.DEFAULT);
    }
  }
}
