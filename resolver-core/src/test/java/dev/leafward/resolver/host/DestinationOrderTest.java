// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import dev.leafward.resolver.spi.SourceAddress;
import dev.leafward.resolver.spi.SourceAddress.Trait;
import dev.leafward.resolver.spi.SourceAddresses;
import dev.leafward.resolver.system.PolicyTable;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables have a destination and its source as {@code destination<source/prefix,traits}. */
class DestinationOrderTest {

  @ParameterizedTest(name = "{0} before {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2001:db8:1::1<2001:db8:1::2    | 198.51.100.121<169.254.13.78             | MATCHING_SCOPE
          198.51.100.121<198.51.100.117  | 2001:db8:1::1<fe80::1                    | MATCHING_SCOPE
          2001:db8:1::1<2001:db8:1::2    | 10.1.2.3<10.1.2.4                        | PRECEDENCE
          fe80::1<fe80::2                | 2001:db8:1::1<2001:db8:1::2              | SMALLER_SCOPE
          2001:db8:1::1<2001:db8:3::1,HOME | fe80::1<fe80::2,CARE_OF                | HOME
          2001:db8:1::1<2001:db8:1::2    | fe80::1<fe80::2,DEPRECATED               | NOT_DEPRECATED
          2001:db8:1::1<2001:db8:1::2    | 2001:db8:3ffe::1<2001:db8:3f44::2        | LONGEST_PREFIX
          2002:c633:6401::1<2002:c633:6401::2 | 2001:db8:1::1<2002:c633:6401::2     | MATCHING_LABEL
          2001:db8:1::1<2001:db8:1::2    | 2002:c633:6401::1<2002:c633:6401::2      | PRECEDENCE
          """)
  void examplesOfRfc6724Section10Point2(String first, String second, DestinationRule rule) {
    assertOrdered(PolicyTable.DEFAULT, first, second, rule);
  }

  @ParameterizedTest(name = "{0} before {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.1<192.0.2.9       | 2001:db8::1                          | USABLE
          2001:db8::1<2001:db8::9   | 192.0.2.1                            | USABLE
          2001:db8::1               | 192.0.2.1                            | PRECEDENCE
          fe80::1                   | 2001:db8::1                          | SMALLER_SCOPE
          ::1<::1                   | 127.0.0.1<127.0.0.1                  | PRECEDENCE
          2001:db8::1<2001:db8::9   | fd00::1<fd00::9                      | PRECEDENCE
          192.0.2.1<10.0.0.9        | fd00::1<2001:db8::9                  | MATCHING_LABEL
          192.0.2.1<192.0.2.9       | 2001::1<2001::9                      | PRECEDENCE
          2001:db8:1::1<2001:db8:2::9 | 2001:db8:1::2<2001:db8:2::9,TUNNELLED | NATIVE_TRANSPORT
          2001:db8::1<2001:db8::9,HOME,CARE_OF | 2001:db8::2<2001:db8::9,HOME | HOME
          192.0.2.129<192.0.2.130/25 | 192.0.2.1<192.0.2.130/25            | LONGEST_PREFIX
          2001:db8:0:1::1<2001:db8:0:1::9/48 | 2001:db8:1::1<2001:db8:0:1::9/48 | LONGEST_PREFIX
          """)
  void whatElseTheRulesSay(String first, String second, DestinationRule rule) {
    assertOrdered(PolicyTable.DEFAULT, first, second, rule);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.1<192.0.2.9/24    | 203.0.113.1<192.0.2.9/24
          2001:db8:0:1::1<2001:db8:0:1::9/32 | 2001:db8:1::1<2001:db8:0:1::9/32
          192.0.2.1                    | 198.51.100.1
          """)
  void whatNoRuleTellsApartStaysAsItCame(String one, String other) {
    assertThat(order(PolicyTable.DEFAULT, one, other))
        .containsExactlyElementsOf(destinations(one, other));
    assertThat(order(PolicyTable.DEFAULT, other, one))
        .containsExactlyElementsOf(destinations(other, one));
    assertThat(ranked(PolicyTable.DEFAULT, one, other).getFirst().beforeNext())
        .contains(DestinationRule.AS_THEY_CAME);
  }

  @Test
  void tableOfGaiConfDecides() {
    PolicyTable ipv4First = PolicyTable.parse("precedence ::ffff:0:0/96 100\n", "gai.conf");

    assertOrdered(
        ipv4First, "192.0.2.1<192.0.2.9", "2001:db8::1<2001:db8::9", DestinationRule.PRECEDENCE);
  }

  /** As long as its file says nothing, glibc has RFC 3484's table, without Teredo's block. */
  @Test
  void defaultPrecedencesAreThoseOfRfc6724AndNotOfRfc3484() {
    PolicyTable rfc3484 =
        PolicyTable.parse(
            """
            precedence ::1/128 50
            precedence ::/0 40
            precedence 2002::/16 30
            precedence ::/96 20
            precedence ::ffff:0:0/96 10
            """,
            "gai.conf");
    String ipv4 = "192.0.2.1<192.0.2.9";
    String sixToFour = "2002:c633:6401::1<2002:c633:6401::2";

    assertOrdered(PolicyTable.DEFAULT, ipv4, sixToFour, DestinationRule.PRECEDENCE);
    assertOrdered(rfc3484, sixToFour, ipv4, DestinationRule.PRECEDENCE);
  }

  @Test
  void familiesOfEqualPrecedenceKeepTheirPlacesWhileRule9SortsWithinEach() {
    PolicyTable equal =
        PolicyTable.parse("precedence ::/0 40\nprecedence ::ffff:0:0/96 40\n", "gai.conf");
    String far = "2001:db9::1<2001:db8::9";
    String ipv4 = "192.0.2.1<198.51.100.9/24";
    String near = "2001:db8::1<2001:db8::9";

    assertThat(order(equal, far, ipv4, near))
        .containsExactlyElementsOf(destinations(near, ipv4, far));
  }

  @Test
  void manyAddressesInAnyOrderAreSortedAlike() {
    List<InetAddress> all = new ArrayList<>();
    for (int i = 0; i < DestinationOrder.MOST_SORTED / 2; i++) {
      all.add(InetAddresses.forString("192.0.2." + i));
      all.add(InetAddresses.forString("2001:db8:" + Integer.toHexString(i * 97) + "::1"));
    }
    SourceAddresses sources =
        destination ->
            Optional.of(
                SourceAddress.of(
                    InetAddresses.forString(
                        destination.getAddress().length == 4 ? "192.0.2.7" : "2001:db8:7::7")));
    PolicyTable equal =
        PolicyTable.parse("precedence ::/0 40\nprecedence ::ffff:0:0/96 40\n", "gai.conf");
    DestinationOrder order = new DestinationOrder(equal, sources);

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertThat(order.sort(all)).hasSameSizeAs(all).containsAll(all);
    }
  }

  @Test
  void nobodyLooksForTheSourcesOfThousandsOfAddresses() {
    List<InetAddress> all = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      all.add(InetAddresses.fromInteger((10 << 24) + i));
    }
    List<InetAddress> looked = new ArrayList<>();
    SourceAddresses sources =
        destination -> {
          looked.add(destination);
          return Optional.empty();
        };

    assertThat(new DestinationOrder(PolicyTable.DEFAULT, sources).sort(all)).isEqualTo(all);
    assertThat(looked).hasSize(DestinationOrder.MOST_SORTED);
  }

  private static void assertOrdered(
      PolicyTable policies, String first, String second, DestinationRule rule) {
    List<InetAddress> expected = destinations(first, second);
    assertThat(order(policies, first, second)).containsExactlyElementsOf(expected);
    assertThat(order(policies, second, first)).containsExactlyElementsOf(expected);
    assertThat(ranked(policies, first, second).getFirst().beforeNext()).contains(rule);
  }

  private static List<InetAddress> order(PolicyTable policies, String... table) {
    return ranked(policies, table).stream().map(DestinationOrder.Ranked::destination).toList();
  }

  private static List<DestinationOrder.Ranked> ranked(PolicyTable policies, String... table) {
    Map<InetAddress, SourceAddress> sources = new HashMap<>();
    for (String line : table) {
      List<String> parts = Splitter.on('<').splitToList(line);
      if (parts.size() > 1) {
        sources.put(InetAddresses.forString(parts.getFirst()), source(parts.getLast()));
      }
    }
    return new DestinationOrder(policies, each -> Optional.ofNullable(sources.get(each)))
        .rank(destinations(table));
  }

  private static List<InetAddress> destinations(String... table) {
    return Stream.of(table)
        .map(line -> InetAddresses.forString(Splitter.on('<').splitToList(line).getFirst()))
        .toList();
  }

  /** A source of a network of 64 or 24 bits, unless its length is given. */
  private static SourceAddress source(String text) {
    List<String> words = Splitter.on(',').splitToList(text);
    List<String> prefix = Splitter.on('/').splitToList(words.getFirst());
    InetAddress address = InetAddresses.forString(prefix.getFirst());
    int usual = address.getAddress().length == 4 ? 24 : 64;
    int length = prefix.size() > 1 ? Integer.parseInt(prefix.getLast()) : usual;
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    words.stream()
        .skip(1)
        .map(each -> Trait.valueOf(each.toUpperCase(Locale.ROOT)))
        .forEach(traits::add);
    return new SourceAddress(address, length, traits);
  }
}
