// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.LocalZoneType;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type of local zone says. */
class LocalZoneDataTest {

  private static final String[] DATA = {
    "@ SOA ns h 1 2 3 4 5",
    "@ TXT top",
    "www A 192.0.2.1",
    "www A 192.0.2.2",
    "deep.empty A 192.0.2.3",
    "alias CNAME www.example.org."
  };

  private static String say(LocalZoneType type, String name, String rrType) {
    LocalZoneData zone = new LocalZoneData(LocalZone.of("lan", type).with(DATA));
    try {
      return zone.answer(new Question(DomainName.of(name), RRType.parse(rrType)))
          .map(LocalZoneDataTest::words)
          .orElse("-");
    } catch (UnresolvableException e) {
      return e.failure().getClass().getSimpleName();
    }
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Positive found ->
          found.rrsets().stream()
              .flatMap(rrset -> rrset.rdata().stream())
              .map(Object::toString)
              .collect(Collectors.joining(" "));
      case Outcome.Alias alias -> alias.cname().name() + " alias " + alias.target();
      case Outcome.NoData none -> "no data" + ttl(none.soa());
      case Outcome.NoSuchName none -> "no name" + ttl(none.soa());
    };
  }

  private static String ttl(Optional<RRset> soa) {
    return soa.map(rrset -> " " + rrset.ttl()).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    // name,          type, STATIC, TRANSPARENT, TYPE_TRANSPARENT, REFUSE, DENY
    "www.lan,         A,    192.0.2.1 192.0.2.2, =, =, =, =",
    "www.lan,         ANY,  192.0.2.1 192.0.2.2, =, =, =, =",
    "WWW.LAN,         A,    192.0.2.1 192.0.2.2, =, =, =, =",
    "www.lan,         AAAA, no data 5, no data 5, -, Refused, Dropped",
    "none.lan,        A,    no name 5, -, -, Refused, Dropped",
    "a.www.lan,       A,    no name 5, -, -, Refused, Dropped",
    "empty.lan,       A,    no data 5, -, -, Refused, Dropped",
    "deep.empty.lan,  A,    192.0.2.3, =, =, =, =",
    "alias.lan,       A,    alias.lan. alias www.example.org., =, =, =, =",
    "alias.lan,       CNAME, www.example.org., =, =, =, =",
    "lan,             A,    no data 5, no data 5, -, Refused, Dropped",
  })
  void answersByName(
      String name,
      String type,
      String onStatic,
      String onTransparent,
      String onTypeTransparent,
      String onRefuse,
      String onDeny) {
    assertThat(say(LocalZoneType.STATIC, name, type)).isEqualTo(onStatic);
    assertThat(say(LocalZoneType.TRANSPARENT, name, type)).isEqualTo(or(onTransparent, onStatic));
    assertThat(say(LocalZoneType.TYPE_TRANSPARENT, name, type))
        .isEqualTo(or(onTypeTransparent, onStatic));
    assertThat(say(LocalZoneType.REFUSE, name, type)).isEqualTo(or(onRefuse, onStatic));
    assertThat(say(LocalZoneType.DENY, name, type)).isEqualTo(or(onDeny, onStatic));
  }

  private static String or(String said, String same) {
    return said.equals("=") ? same : said;
  }

  @ParameterizedTest
  @CsvSource({
    "lan, TXT, \"top\"",
    "any.name.lan, TXT, \"top\"",
    "www.lan, A, no data 5",
    "lan, A, no data 5"
  })
  void redirectsEveryNameToTheTop(String name, String type, String said) {
    assertThat(say(LocalZoneType.REDIRECT, name, type)).isEqualTo(said);
  }

  @Test
  void expandsARedirectionToAWildcard() throws Exception {
    LocalZoneData zone =
        new LocalZoneData(
            LocalZone.of("lan", LocalZoneType.REDIRECT).with("@ CNAME *.portal.example."));

    assertThat(
            zone.answer(new Question(DomainName.of("www.lan"), RRType.A)).map(each -> words(each)))
        .contains("www.lan. alias www.lan.portal.example.");
  }

  @ParameterizedTest
  @CsvSource({
    "ALWAYS_NO_SUCH_NAME, www.lan, A, no name 5",
    "ALWAYS_NO_SUCH_NAME, lan, SOA, no name 5",
    "ALWAYS_NULL, www.lan, A, 0.0.0.0",
    "ALWAYS_NULL, any.lan, AAAA, ::",
    "ALWAYS_NULL, any.lan, MX, no data 5",
  })
  void saysTheSameOfEveryName(LocalZoneType type, String name, String rrType, String said) {
    assertThat(say(type, name, rrType)).isEqualTo(said);
  }

  @Test
  void deniesForNoTimeWithoutAnSoa() throws Exception {
    LocalZoneData bare = new LocalZoneData(LocalZone.of("lan", LocalZoneType.STATIC));

    assertThat(bare.answer(new Question(DomainName.of("www.lan"), RRType.A)))
        .contains(new Outcome.NoSuchName(Optional.empty()));
  }
}
