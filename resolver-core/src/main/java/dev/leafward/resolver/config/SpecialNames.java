// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.ReverseName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names that the DNS of the Internet knows nothing of, by agreement, and which are therefore
 * answered on the spot: no question about them leaves the machine.
 *
 * <p>They are those of IANA's registries of Special-Use Domain Names (RFC 6761) and of
 * Locally-Served DNS Zones (RFC 6303) for which a recursive resolver has something to do. {@code
 * example.}, {@code example.com.} and their like are resolved as any name (RFC 6761 section 6.5),
 * and so are {@code ipv4only.arpa.} (RFC 8880), {@code 6tisch.arpa.} and {@code eap-noob.arpa.}.
 *
 * <p>A route that is configured at one of these names, or below, wins over what stands here.
 */
public final class SpecialNames {

  private static final SpecialNames STANDARD = new SpecialNames(standardZones());
  private static final SpecialNames NONE = new SpecialNames(Map.of());

  private final Map<DomainName, LocalZone> zones;

  private SpecialNames(Map<DomainName, LocalZone> zones) {
    this.zones = Collections.unmodifiableMap(zones);
  }

  /** All of them. */
  public static SpecialNames standard() {
    return STANDARD;
  }

  /**
   * Those that a stub resolver answers for: {@code localhost.} (RFC 6761 section 6.3), {@code
   * invalid.} (section 6.4) and {@code onion.} (RFC 7686). All others are for its servers to judge:
   * a server at home knows names in {@code home.arpa.}, in {@code local.} and of private addresses.
   */
  public static SpecialNames ofStub() {
    Set<DomainName> kept =
        Set.of(DomainName.of("localhost."), DomainName.of("invalid."), DomainName.of("onion."));
    return STANDARD.withoutAll(zone -> !kept.contains(zone));
  }

  /** None of them: every name is resolved as any other. */
  public static SpecialNames none() {
    return NONE;
  }

  /**
   * These without one, and nothing said of what is above or below it.
   *
   * @param name the name of a zone, such as {@code test.} or {@code 10.in-addr.arpa.}; if it is
   *     none of these, nothing changes
   */
  public SpecialNames without(String name) {
    DomainName zone = DomainName.of(name);
    return withoutAll(each -> each.equals(zone));
  }

  /** These without those whose zone fits. */
  public SpecialNames withoutAll(Predicate<DomainName> fits) {
    Map<DomainName, LocalZone> left = new LinkedHashMap<>(zones);
    left.keySet().removeIf(fits);
    return new SpecialNames(left);
  }

  /** The zones that answer for them. */
  public List<LocalZone> zones() {
    return List.copyOf(zones.values());
  }

  private static Map<DomainName, LocalZone> standardZones() {
    List<LocalZone> all = new ArrayList<>();
    all.add(localhost());
    Stream.of(
            "test.", // RFC 6761 section 6.2
            "invalid.", // RFC 6761 section 6.4
            "local.", // RFC 6762 section 22.1: multicast DNS
            "onion.", // RFC 7686
            "alt.", // RFC 9476
            "home.arpa.", // RFC 8375
            "resolver.arpa.", // RFC 9462 section 6.4
            "service.arpa.", // RFC 9665
            "empty.as112.arpa.") // RFC 7535
        .map(SpecialNames::empty)
        .forEach(all::add);
    all.add(empty("127.in-addr.arpa.").with("1.0.0 10800 PTR localhost."));
    reverseV4().map(SpecialNames::empty).forEach(all::add);
    all.add(empty(nibbles("::1")).with("@ 10800 PTR localhost."));
    reverseV6().map(SpecialNames::empty).forEach(all::add);
    Map<DomainName, LocalZone> zones = new LinkedHashMap<>();
    all.forEach(zone -> zones.put(zone.zone(), zone));
    return zones;
  }

  /** RFC 6761 section 6.3: this machine, under whatever name. */
  private static LocalZone localhost() {
    return LocalZone.of("localhost.", LocalZoneType.REDIRECT)
        .withSoa()
        .with("@ 10800 NS localhost.", "@ 10800 A 127.0.0.1", "@ 10800 AAAA ::1");
  }

  /** A zone with nothing in it but what every zone has (RFC 6303 section 3). */
  private static LocalZone empty(String zone) {
    return LocalZone.of(zone, LocalZoneType.STATIC).withSoa().with("@ 10800 NS localhost.");
  }

  /** RFC 6303 sections 4.1 and 4.2, RFC 7793. */
  private static Stream<String> reverseV4() {
    Stream<String> others =
        Stream.of(
            "0", // this network
            "10", // private, RFC 1918
            "168.192", // private, RFC 1918
            "254.169", // link local
            "2.0.192", // TEST-NET-1
            "100.51.198", // TEST-NET-2
            "113.0.203", // TEST-NET-3
            "255.255.255.255"); // broadcast
    Stream<String> privateUse = IntStream.rangeClosed(16, 31).mapToObj(i -> i + ".172");
    Stream<String> sharedSpace = IntStream.rangeClosed(64, 127).mapToObj(i -> i + ".100");
    return Stream.of(others, privateUse, sharedSpace)
        .flatMap(each -> each)
        .map(each -> each + ".in-addr.arpa.");
  }

  /** RFC 6303 sections 4.3 to 4.6. */
  private static Stream<String> reverseV6() {
    return Stream.of(
        nibbles("::"), // unspecified
        "d.f.ip6.arpa.", // fd00::/8, locally assigned
        "8.e.f.ip6.arpa.", // fe80::/10, link local, in four parts
        "9.e.f.ip6.arpa.",
        "a.e.f.ip6.arpa.",
        "b.e.f.ip6.arpa.",
        "8.b.d.0.1.0.0.2.ip6.arpa."); // 2001:db8::/32, documentation
  }

  private static String nibbles(String literal) {
    return ReverseName.of(InetAddresses.forString(literal)).toString();
  }
}
