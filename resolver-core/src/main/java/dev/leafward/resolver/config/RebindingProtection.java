// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether names of the Internet may have addresses of private networks.
 *
 * <p>A page from the Internet that gives its own name the address of a machine in the house reaches
 * that machine through the browser of whoever looks at the page (DNS rebinding). With this
 * protection on, private addresses are taken out of answers: A and AAAA records, and the hints in
 * SVCB and HTTPS records, also where an IPv6 address only wraps a private IPv4 address.
 *
 * <p>Names whose zones honestly have such addresses are named as exceptions; local data are none of
 * the Internet, and always are.
 *
 * <pre>{@code
 * RebindingProtection.standard().allowing("corp.example")
 * }</pre>
 *
 * @param withheld the networks whose addresses are taken out; none at all: no protection
 * @param allowed the names at and below which they are left in
 */
public record RebindingProtection(List<AddressBlock> withheld, List<DomainName> allowed) {

  /** No protection. */
  public static final RebindingProtection OFF = new RebindingProtection(List.of(), List.of());

  private static final RebindingProtection STANDARD =
      new RebindingProtection(
          Stream.of(
                  SpecialNetworks.HOST_AND_LINK.blocks(),
                  SpecialNetworks.PRIVATE.blocks(),
                  blocks("64:ff9b:1::/48")) // NAT64 within a site, RFC 8215
              .flatMap(List::stream)
              .toList(),
          List.of());

  private static final int V6_OCTETS = 16;

  /** Blocks whose addresses wrap an IPv4 address, in their last four octets. */
  private static final List<AddressBlock> ENDING_IN_V4 =
      blocks("::/96", "::ffff:0:0/96", "64:ff9b::/96");

  /** RFC 3056: 6to4 has the IPv4 address behind the first two octets. */
  private static final AddressBlock SIX_TO_FOUR = AddressBlock.parse("2002::/16");

  /** Copies the lists. */
  public RebindingProtection {
    withheld = List.copyOf(withheld);
    allowed = List.copyOf(allowed);
  }

  private static List<AddressBlock> blocks(String... cidrs) {
    return Arrays.stream(cidrs).map(AddressBlock::parse).toList();
  }

  /** Takes out the addresses of private networks, of this machine and of its link. */
  public static RebindingProtection standard() {
    return STANDARD;
  }

  /** This protection, which also takes out these. */
  public RebindingProtection alsoWithholding(AddressBlock... more) {
    return new RebindingProtection(
        Stream.concat(withheld.stream(), Arrays.stream(more)).toList(), allowed);
  }

  /**
   * This protection, but for these names.
   *
   * @param domains each stands for itself and everything below it
   */
  public RebindingProtection allowing(String... domains) {
    return new RebindingProtection(
        withheld,
        Stream.concat(allowed.stream(), Arrays.stream(domains).map(DomainName::of)).toList());
  }

  /** Whether a name may have any address. */
  public boolean allows(DomainName name) {
    return allowed.stream().anyMatch(name::isAtOrBelow);
  }

  /** Whether an address is to be taken out, in whatever wrapping. */
  public boolean withholds(InetAddress address) {
    byte[] octets = address.getAddress();
    return isWithheld(octets) || (octets.length == V6_OCTETS && isWithheld(wrappedIn(octets)));
  }

  private boolean isWithheld(byte[] octets) {
    return withheld.stream().anyMatch(block -> block.contains(octets));
  }

  /** The IPv4 address in an IPv6 address; nothing if there is none. */
  private static byte[] wrappedIn(byte[] v6) {
    if (SIX_TO_FOUR.contains(v6)) {
      return Arrays.copyOfRange(v6, 2, 6);
    }
    return ENDING_IN_V4.stream().anyMatch(block -> block.contains(v6))
        ? Arrays.copyOfRange(v6, 12, V6_OCTETS)
        : new byte[0];
  }
}
