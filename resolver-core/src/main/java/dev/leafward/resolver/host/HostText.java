// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.wire.io.IpText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Sees what kind of text a host is given by: an address, the name {@code localhost}, something that
 * is no name at all, or a name to be looked up.
 *
 * <p>IPv4 addresses are four decimal numbers, and nothing else (RFC 6943 section 3.1.1). What C
 * libraries take for one besides, such as {@code 127.1}, {@code 0x7f.1} or {@code 2130706433}, is
 * none here, and no name either: two programs that read it differently are how filters of addresses
 * are passed by. IPv6 addresses may have a scope (RFC 4007 section 11).
 */
final class HostText {

  private static final Pattern IPV4_NUMBER = Pattern.compile("0[xX][0-9a-fA-F]*|[0-9]+");
  private static final Pattern IPV4_OF_A_KIND =
      Pattern.compile("(%s)(\\.(%s)){0,3}\\.?".formatted(IPV4_NUMBER, IPV4_NUMBER));
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private static final byte[] IPV6_LOOPBACK = IpText.parseV6("::1");
  private static final byte[] IPV4_LOOPBACK = IpText.parseV4("127.0.0.1");

  private HostText() {}

  /** The loopback addresses, with the text as their host name. */
  static List<InetAddress> loopbacks(String host) {
    return List.of(named(host, IPV6_LOOPBACK), named(host, IPV4_LOOPBACK));
  }

  /** The text without a final dot. */
  static String withoutFinalDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether it is {@code localhost} or a name below that (RFC 6761 section 6.3). */
  static boolean isLocalhost(String text) {
    String name = withoutFinalDot(text).toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.endsWith(".localhost");
  }

  /** Whether it can be no name in the DNS, because others would take it for an address. */
  static boolean isAddressOfAKind(String text) {
    return text.indexOf(':') >= 0 || IPV4_OF_A_KIND.matcher(text).matches();
  }

  /** The address that the text is, if it is one; scopes by name are those of this machine. */
  static Optional<InetAddress> address(String text, LocalNetwork network) {
    if (!isAddressOfAKind(text)) {
      return Optional.empty(); // nearly every lookup: without the price of the parsers' exception
    }
    try {
      if (text.indexOf(':') < 0) {
        return Optional.of(named(text, IpText.parseV4(text)));
      }
      int percent = text.indexOf('%');
      if (percent < 0) {
        return Optional.of(named(text, IpText.parseV6(text)));
      }
      byte[] octets = IpText.parseV6(text.substring(0, percent));
      OptionalInt scope = scope(text.substring(percent + 1), network);
      return scope.isPresent()
          ? Optional.of(scoped(text, octets, scope.getAsInt()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the parsers' way to say that it is no address
    }
  }

  private static OptionalInt scope(String zone, LocalNetwork network) {
    return DIGITS.matcher(zone).matches()
        ? OptionalInt.of(Integer.parseInt(zone))
        : network.interfaceIndex(zone);
  }

  /** The same address with the text as its host name, so that the JDK never looks for another. */
  static InetAddress named(String host, InetAddress address) {
    return address instanceof Inet6Address ipv6 && ipv6.getScopeId() != 0
        ? scoped(host, ipv6.getAddress(), ipv6.getScopeId())
        : named(host, address.getAddress());
  }

  /** The same addresses, each with the text as its host name. */
  static List<InetAddress> named(String host, List<InetAddress> addresses) {
    return addresses.stream().map(address -> named(host, address)).toList();
  }

  static InetAddress named(String host, byte[] octets) {
    try {
      return InetAddress.getByAddress(host, octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("addresses have four or sixteen octets", e);
    }
  }

  private static InetAddress scoped(String host, byte[] octets, int scope) {
    try {
      return Inet6Address.getByAddress(host, octets, scope);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("IPv6 addresses have sixteen octets", e);
    }
  }
}
