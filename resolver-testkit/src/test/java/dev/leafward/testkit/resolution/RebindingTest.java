// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.AddressBlock;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.Routes;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public names with private addresses, which callers do not get to see if they are not to. */
class RebindingTest {

  private static final String SERVER = "192.0.2.53";

  private final SimulatedInternet internet = MockInternet.simulated(1);

  @BeforeEach
  void addWorld() {
    SmallWorld.root(internet, "");
    SmallWorld.com(internet, "evil NS ns.evil\nns.evil A 192.0.2.53\n");
    internet
        .zone("evil.com.")
        .at(SERVER)
        .text(
            """
            $TTL 300
            @       SOA ns h 1 1800 900 604800 60
            @       NS ns
            ns      A 192.0.2.53
            ten     A 10.0.0.1
            null    A 0.0.0.0
            self    A 127.0.0.1
            link    A 169.254.169.254
            shared  A 100.64.0.1
            twelve  A 172.31.255.255
            home    A 192.168.1.1
            ula     AAAA fd00::1
            link6   AAAA fe80::1
            self6   AAAA ::1
            any6    AAAA ::
            mapped  AAAA ::ffff:10.0.0.1
            nat64   AAAA 64:ff9b::192.168.1.1
            nat64l  AAAA 64:ff9b:1::1
            compat  AAAA ::127.0.0.1
            sixtof  AAAA 2002:c0a8:0101::1
            https4  HTTPS 1 . alpn=h2 ipv4hint=10.0.0.1
            https6  HTTPS 1 . alpn=h2 ipv6hint=fd00::1
            svcb4   SVCB 1 . ipv4hint=192.168.0.1,192.0.2.80
            svcb6   SVCB 1 . ipv6hint=::ffff:127.0.0.1,2001:db8::80
            strict  HTTPS 1 . mandatory=ipv4hint ipv4hint=10.0.0.1
            mixed   A 10.0.0.1
            mixed   A 192.0.2.80
            public  A 192.0.2.80
            alias   CNAME ten
            """);
  }

  private Resolver with(RebindingProtection protection) {
    return internet.recursive().rebindingProtection(protection).build();
  }

  private Answer resolve(String name, String type) throws Exception {
    return with(RebindingProtection.standard()).resolve(name, RRType.parse(type));
  }

  @ParameterizedTest
  @CsvSource({
    "ten, A",
    "null, A",
    "self, A",
    "link, A",
    "shared, A",
    "twelve, A",
    "home, A",
    "ula, AAAA",
    "link6, AAAA",
    "self6, AAAA",
    "any6, AAAA",
    "mapped, AAAA",
    "nat64, AAAA",
    "nat64l, AAAA",
    "compat, AAAA",
    "sixtof, AAAA",
    "strict, HTTPS",
    "alias, A"
  })
  @DisplayName("H3, row 50: a private address of a public name is none, in whatever encoding")
  void keepsPrivateAddressesFromTheCaller(String label, String type) throws Exception {
    Answer answer = resolve(label + ".evil.com", type);

    assertThat(answer).isInstanceOf(Answer.NoData.class);
    assertThat(answer.explanation().steps().getLast())
        .isInstanceOfSatisfying(
            Step.Withheld.class,
            step -> assertThat(step.reason()).isEqualTo("private addresses of a public name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https4 | HTTPS | 1 . alpn=\"h2\"",
        "https6 | HTTPS | 1 . alpn=\"h2\"",
        "svcb4  | SVCB  | 1 . ipv4hint=192.0.2.80",
        "svcb6  | SVCB  | 1 . ipv6hint=2001:db8::80",
        "mixed  | A     | 192.0.2.80",
        "public | A     | 192.0.2.80",
      })
  @DisplayName("H3: what is public of an answer with private addresses stays")
  void passesTheRest(String label, String type, String data) throws Exception {
    Answer answer = resolve(label + ".evil.com", type);

    assertThat(((Answer.Found) answer).rrset().rdata())
        .extracting(RData::toString)
        .containsExactly(data);
  }

  @Test
  void isOffUnlessAskedFor() throws Exception {
    assertThat(internet.recursive().build().resolve("ten.evil.com", RRType.A))
        .isInstanceOf(Answer.Found.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.com", "com", "TEN.evil.com"})
  void leavesExceptionsAlone(String domain) throws Exception {
    Resolver resolver = with(RebindingProtection.standard().allowing(domain));

    assertThat(resolver.resolve("ten.evil.com", RRType.A)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void takesAPublicNameForPublicThoughItsAliasLeadsToAnException() throws Exception {
    Resolver resolver = with(RebindingProtection.standard().allowing("ten.evil.com"));

    assertThat(resolver.resolve("ten.evil.com", RRType.A)).isInstanceOf(Answer.Found.class);
    assertThat(resolver.resolve("alias.evil.com", RRType.A)).isInstanceOf(Answer.NoData.class);
  }

  @Test
  void keepsThemFromTheCallerOutOfTheCacheToo() throws Exception {
    Resolver resolver = with(RebindingProtection.standard());
    resolver.resolve("ten.evil.com", RRType.A);

    assertThat(resolver.resolve("ten.evil.com", RRType.A)).isInstanceOf(Answer.NoData.class);
    assertThat(internet.queriesTo(SERVER)).hasSize(1);
  }

  @Test
  void leavesLocalDataAlone() throws Exception {
    Resolver resolver =
        internet
            .recursive()
            .routes(Routes.builder().localData("printer.evil.com. A 192.168.1.7").build())
            .rebindingProtection(RebindingProtection.standard())
            .build();

    assertThat(resolver.resolve("printer.evil.com", RRType.A)).isInstanceOf(Answer.Found.class);
    assertThat(resolver.resolve("localhost", RRType.A)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void withholdsOtherNetworksIfToldTo() throws Exception {
    Resolver resolver =
        with(RebindingProtection.OFF.alsoWithholding(AddressBlock.parse("192.0.2.80/32")));

    assertThat(resolver.resolve("public.evil.com", RRType.A)).isInstanceOf(Answer.NoData.class);
    assertThat(resolver.resolve("ten.evil.com", RRType.A)).isInstanceOf(Answer.Found.class);
    assertThat(List.of(AddressBlock.parse("192.0.2.80")))
        .containsExactly(AddressBlock.parse("192.0.2.80/32"));
  }
}
