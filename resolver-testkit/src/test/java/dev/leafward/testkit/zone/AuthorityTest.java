// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import static dev.leafward.testkit.zone.TestZones.ask;
import static dev.leafward.testkit.zone.TestZones.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authority says of names; how it says it is in {@link AuthorityProtocolTest}. */
class AuthorityTest {

  private static final String SOA =
      "example.com. 60 IN SOA ns1.example.com. hostmaster.example.com. 1 1800 900 604800 60";

  private final Authority authority = Authority.of(TestZones.EXAMPLE, TestZones.SECOND);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          www.example.com.      | A     | www.example.com. 300 IN A 192.0.2.80
          www.example.com.      | AAAA  | www.example.com. 300 IN AAAA 2001:db8::80
          example.com.          | NS    | example.com. 300 IN NS ns1.example.com.
          www.second.test.      | A     | www.second.test. 600 IN A 192.0.2.90
          any.wild.example.com. | A     | any.wild.example.com. 300 IN A 192.0.2.4
          a.b.wild.example.com. | A     | a.b.wild.example.com. 300 IN A 192.0.2.4
          *.wild.example.com.   | A     | *.wild.example.com. 300 IN A 192.0.2.4
          alias.example.com.    | CNAME | alias.example.com. 300 IN CNAME chain.example.com.
          x.old.example.com.    | CNAME | x.old.example.com. 300 IN CNAME x.new.example.com.
          old.example.com.      | DNAME | old.example.com. 300 IN DNAME new.example.com.
          alias.example.com.    | ANY   | alias.example.com. 300 IN CNAME chain.example.com.
          """)
  void answersWithWhatTheZoneHolds(String name, String type, String expected) {
    Message reply = ask(authority, name, RRType.parse(type));

    assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(texts(reply.answers())).last().isEqualTo(expected);
    assertThat(reply.authorities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a type that is not there                | www.example.com.               | TXT
          an empty non-terminal                   | empty.nonterminal.example.com. | A
          an empty non-terminal above it          | nonterminal.example.com.       | A
          a name beside a wildcard                | host.wild.example.com.         | A
          an empty non-terminal beside a wildcard | sub.wild.example.com.          | A
          a wildcard without the type             | any.wild.example.com.          | TXT
          a wildcard that is an empty non-terminal| any.odd.example.com.           | A
          the owner of a DNAME                    | old.example.com.               | A
          DS where there is no cut                | www.example.com.               | DS
          DS of the apex when the parent is away  | example.com.                   | DS
          """)
  void saysNoDataWithTheSoa(String why, String name, String type) {
    Message reply = ask(authority, name, RRType.parse(type));

    assertThat(reply.rcode()).as(why).isEqualTo(Rcode.NOERROR);
    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(reply.answers()).isEmpty();
    assertThat(texts(reply.authorities())).containsExactly(SOA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a name that is not there                 | nosuch.example.com.
          below a name that is there               | nosuch.www.example.com.
          below a name that hides the wildcard     | a.host.wild.example.com.
          below an empty non-terminal likewise     | y.sub.wild.example.com.
          beside a label below an empty one        | b.empty.nonterminal.example.com.
          """)
  void saysNoSuchNameWithTheSoa(String why, String name) {
    Message reply = ask(authority, name, RRType.A);

    assertThat(reply.rcode()).as(why).isEqualTo(Rcode.NXDOMAIN);
    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(reply.answers()).isEmpty();
    assertThat(texts(reply.authorities())).containsExactly(SOA);
  }

  @Test
  void followsAliasesInsideTheZone() {
    Message reply = ask(authority, "alias.example.com.", RRType.A);

    assertThat(texts(reply.answers()))
        .containsExactly(
            "alias.example.com. 300 IN CNAME chain.example.com.",
            "chain.example.com. 300 IN CNAME www.example.com.",
            "www.example.com. 300 IN A 192.0.2.80");
  }

  @Test
  void followsAliasesIntoAnotherZoneThatItServes() {
    Message reply = ask(authority, "sideways.example.com.", RRType.A);

    assertThat(texts(reply.answers()))
        .containsExactly(
            "sideways.example.com. 300 IN CNAME www.second.test.",
            "www.second.test. 600 IN A 192.0.2.90");
  }

  @Test
  void leavesAliasesToOthersAlone() {
    Message reply = ask(authority, "outward.example.com.", RRType.A);

    assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(texts(reply.answers()))
        .containsExactly("outward.example.com. 300 IN CNAME www.elsewhere.org.");
    assertThat(reply.authorities()).isEmpty();
  }

  @Test
  void anAliasToNowhereIsNoSuchName() {
    Message reply = ask(authority, "dangling.example.com.", RRType.A);

    assertThat(reply.rcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(texts(reply.answers()))
        .containsExactly("dangling.example.com. 300 IN CNAME nothing-here.example.com.");
    assertThat(texts(reply.authorities())).containsExactly(SOA);
  }

  @Test
  void anAliasToATypeThatIsNotThereIsNoData() {
    Message reply = ask(authority, "chain.example.com.", RRType.TXT);

    assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.answers()).hasSize(1);
    assertThat(texts(reply.authorities())).containsExactly(SOA);
  }

  @Test
  void aLoopOfAliasesIsGoneThroughOnce() {
    Message reply = ask(authority, "loop1.example.com.", RRType.A);

    assertThat(texts(reply.answers()))
        .containsExactly(
            "loop1.example.com. 300 IN CNAME loop2.example.com.",
            "loop2.example.com. 300 IN CNAME loop1.example.com.");
  }

  @Test
  void anAliasBelowACutEndsInAReferral() {
    Message reply = ask(authority, "across.example.com.", RRType.A);

    assertThat(reply.header().isAuthoritative()).isTrue();
    assertThat(texts(reply.answers()))
        .containsExactly("across.example.com. 300 IN CNAME www.child.example.com.");
    assertThat(texts(reply.authorities()))
        .containsExactly("child.example.com. 300 IN NS ns.child.example.com.");
    assertThat(texts(reply.additionals()))
        .containsExactly("ns.child.example.com. 300 IN A 192.0.2.7");
  }

  @Test
  void aWildcardAliasIsFollowed() {
    Message reply = ask(authority, "any.wildalias.example.com.", RRType.A);

    assertThat(texts(reply.answers()))
        .containsExactly(
            "any.wildalias.example.com. 300 IN CNAME www.example.com.",
            "www.example.com. 300 IN A 192.0.2.80");
  }

  @Test
  void aDnameIsShownWithTheAliasMadeOfIt() {
    Message reply = ask(authority, "www.old.example.com.", RRType.A);

    assertThat(texts(reply.answers()))
        .containsExactly(
            "old.example.com. 300 IN DNAME new.example.com.",
            "www.old.example.com. 300 IN CNAME www.new.example.com.",
            "www.new.example.com. 300 IN A 192.0.2.8");
  }

  @Test
  void aDnameToOthersIsNotFollowed() {
    Message reply = ask(authority, "a.b.far.example.com.", RRType.A);

    assertThat(texts(reply.answers()))
        .containsExactly(
            "far.example.com. 300 IN DNAME elsewhere.org.",
            "a.b.far.example.com. 300 IN CNAME a.b.elsewhere.org.");
  }

  @Test
  void aDnameThatMakesTheNameTooLongIsYxdomain() {
    String name = ("y".repeat(50) + ".").repeat(2) + "long.example.com.";

    Message reply = ask(authority, name, RRType.A);

    assertThat(reply.rcode()).isEqualTo(Rcode.YXDOMAIN);
    assertThat(reply.answers()).hasSize(1);
  }

  @Test
  void anyGivesEverythingAtTheName() {
    Message reply = ask(authority, "example.com.", RRType.ANY);

    assertThat(reply.answers().stream().map(each -> each.type().toString()))
        .containsExactly("SOA", "NS", "A", "MX", "MX");
  }

  @Test
  void sendsTheAddressesOfWhatItPointsAt() {
    assertThat(additionals("example.com.", RRType.MX))
        .containsExactly("mail.example.com. 300 IN A 192.0.2.25");
    assertThat(additionals("_sip._udp.example.com.", RRType.SRV))
        .containsExactly("mail.example.com. 300 IN A 192.0.2.25");
    assertThat(additionals("example.com.", RRType.NS))
        .containsExactly(
            "ns1.example.com. 300 IN A 192.0.2.1", "ns1.example.com. 300 IN AAAA 2001:db8::1");
    assertThat(additionals("any.wild.example.com.", RRType.MX))
        .containsExactly("mail.example.com. 300 IN A 192.0.2.25");
  }

  @Test
  void glueGoesWithNameServersOnly() {
    assertThat(additionals("mx-below-cut.example.com.", RRType.MX)).isEmpty();
  }

  @Test
  void isRefusedOutsideItsZones() {
    for (String name : List.of("example.org.", "com.", ".", "example.com.test.")) {
      Message reply = ask(authority, name, RRType.A);

      assertThat(reply.rcode()).as(name).isEqualTo(Rcode.REFUSED);
      assertThat(reply.header().isAuthoritative()).isFalse();
      assertThat(reply.answers()).isEmpty();
      assertThat(reply.authorities()).isEmpty();
    }
  }

  private List<String> additionals(String name, RRType type) {
    return texts(ask(authority, name, type).additionals());
  }
}
