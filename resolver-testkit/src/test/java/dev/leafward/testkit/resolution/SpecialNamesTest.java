// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.PTR;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that the DNS of the Internet knows nothing of, by agreement. */
class SpecialNamesTest {

  private static final int NAMES = 10_000;
  private static final DomainName LOCALHOST = DomainName.of("localhost");
  private static final DomainName THIS_MACHINE = DomainName.of("1.0.0.127.in-addr.arpa");
  private static final List<RRType> TYPES =
      List.of(RRType.A, RRType.AAAA, RRType.MX, RRType.TXT, RRType.HTTPS, RRType.PTR, RRType.ANY);

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
  private final Resolver resolver = internet.recursive().build();

  static Stream<DomainName> specialZones() {
    return SpecialNames.standard().zones().stream().map(LocalZone::zone);
  }

  @ParameterizedTest
  @MethodSource("specialZones")
  @DisplayName("H1, row 49: of 10,000 names under each special name, none leaves the machine")
  void asksNobodyAboutSpecialNames(DomainName zone) throws Exception {
    Random random = new Random(49);
    List<Answer> wrong = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      Question question = new Question(name(random, zone), TYPES.get(random.nextInt(TYPES.size())));
      Answer answer = resolver.resolve(question);
      if (!isRight(answer, zone)) {
        wrong.add(answer);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(internet.log()).isEmpty();
  }

  private static boolean isRight(Answer answer, DomainName zone) {
    if (zone.equals(LOCALHOST)) {
      return !(answer instanceof Answer.NoSuchName);
    }
    return leadsToLocalhost(answer.question().name())
        || (answer instanceof Answer.NoSuchName none
            && none.soa().isPresent()
            && none.soa().get().name().equals(zone));
  }

  /** One to three labels below the zone. */
  private static DomainName name(Random random, DomainName zone) {
    DomainName name = zone;
    int labels = 1 + random.nextInt(3);
    for (int i = 0; i < labels; i++) {
      name = name.child(Integer.toString(random.nextInt(1 << 20), 36));
    }
    return name;
  }

  /** The names on the way to the address of this machine exist. */
  private static boolean leadsToLocalhost(DomainName name) {
    return THIS_MACHINE.isAtOrBelow(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.254",
        "192.168.1.1",
        "100.64.0.1",
        "100.127.255.1",
        "169.254.1.1",
        "0.0.0.0",
        "192.0.2.1",
        "198.51.100.1",
        "203.0.113.1",
        "255.255.255.255",
        "127.0.0.2",
        "fd00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "2001:db8::1"
      })
  @DisplayName("H2: private addresses have no names, and nobody is asked for them")
  void asksNobodyAboutPrivateAddresses(String literal) throws Exception {
    Answer answer = resolver.reverse(address(literal));

    // The top of a zone exists, so that one address that is a zone of its own has no data.
    assertThat(answer).isNotInstanceOf(Answer.Found.class);
    assertThat(internet.log()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  @DisplayName("H2: the address of this machine has the name localhost")
  void namesThisMachine(String literal) throws Exception {
    Answer answer = resolver.reverse(address(literal));

    assertThat(((Answer.Found) answer).as(PTR.class))
        .containsExactly(new PTR(DomainName.of("localhost.")));
    assertThat(internet.log()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "172.15.0.1",
    "172.32.0.1",
    "100.63.0.1",
    "100.128.0.1",
    "11.0.0.1",
    "192.167.0.1",
    "fc00::1"
  })
  void asksAboutTheirNeighbours(String literal) throws Exception {
    resolver.reverse(address(literal));

    assertThat(internet.log()).isNotEmpty();
  }

  private static InetAddress address(String literal) {
    return InetAddresses.forString(literal);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, A, 127.0.0.1",
    "localhost, AAAA, ::1",
    "any.name.localhost, A, 127.0.0.1"
  })
  void knowsThisMachine(String name, String type, String literal) throws Exception {
    Answer answer = resolver.resolve(name, RRType.parse(type));

    assertThat(((Answer.Found) answer).addresses()).containsExactly(address(literal));
    assertThat(internet.log()).isEmpty();
  }

  @Test
  void hasNoOtherDataOfThisMachine() throws Exception {
    assertThat(resolver.resolve("localhost", RRType.MX)).isInstanceOf(Answer.NoData.class);
    assertThat(internet.log()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.example", "example", "ipv4only.arpa", "localhost.example.com"})
  void resolvesAsAnyNameWhatIsSpecialToOthersOnly(String name) throws Exception {
    resolver.resolve(name, RRType.A);

    assertThat(internet.log()).isNotEmpty();
  }

  @Test
  void saysWhichZoneAnswered() throws Exception {
    Answer answer = resolver.resolve("www.test", RRType.A);

    assertThat(answer.ttl()).isEqualTo(10_800);
    assertThat(answer.explanation().steps())
        .containsExactly(
            new Step.Routed(
                new Question(DomainName.of("www.test"), RRType.A),
                "local zone test.",
                "no such name"));
  }

  @Test
  void asksWhoseNameIsNoLongerSpecial() throws Exception {
    Resolver without =
        internet.recursive().specialNames(SpecialNames.standard().without("test")).build();

    assertThat(without.resolve("www.test", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(internet.log()).isNotEmpty();

    internet.forgetQueries();
    without.resolve("www.onion", RRType.A);
    assertThat(internet.queries()).isEmpty();
  }

  @Test
  void asksAboutEveryNameIfNoneIsSpecial() throws Exception {
    Resolver without = internet.recursive().specialNames(SpecialNames.none()).build();

    without.resolve("www.onion", RRType.A);
    without.resolve("localhost", RRType.A);

    assertThat(internet.queries()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"168.192.in-addr.arpa", "1.168.192.in-addr.arpa"})
  void leavesANameToARouteThatIsConfiguredThereOrBelow(String zone) throws Exception {
    internet.server("10.0.0.1").failing();
    Resolver forwarding =
        internet
            .recursive()
            .routes(Routes.builder().forward(ForwardZone.of(zone, "10.0.0.1")).build())
            .build();

    assertThatThrownBy(() -> forwarding.reverse(address("192.168.1.1")))
        .isInstanceOf(ResolutionException.class);
    assertThat(internet.queriesTo("10.0.0.1")).isNotEmpty();
  }

  @Test
  void asksTheParentForTheDsRecordOfASpecialName() throws Exception {
    resolver.resolve("10.in-addr.arpa", RRType.DS);

    assertThat(internet.log()).isNotEmpty();
  }

  @Test
  void leavesTheNamesThatAMockedInternetServesToIt() throws Exception {
    internet
        .zone("lab.test.")
        .at("192.0.2.90")
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.90\nwww A 192.0.2.91\n");
    Resolver own = internet.recursive().build();

    assertThat(own.resolve("www.lab.test", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(internet.queries()).isNotEmpty();
  }
}
