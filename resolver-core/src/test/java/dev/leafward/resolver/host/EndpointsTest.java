// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.wire.rdata.SvcParamKey;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
  private final FakeResolver resolver = new FakeResolver();
  private final HostResolver hosts =
      HostResolver.over(resolver).network(new FakeNetwork()).executor(Runnable::run).build();
  private final Endpoints endpoints = Endpoints.over(hosts, new SplittableRandom(1));

  @Test
  void recordsComeByPriorityAndTheHostItselfAtTheEnd() throws Exception {
    resolver
        .with(
            "www.example. 60 HTTPS 2 b.example. port=8443 alpn=h3",
            "www.example. 60 HTTPS 1 . alpn=h2 no-default-alpn")
        .with("www.example. 60 A 192.0.2.1")
        .with("b.example. 60 AAAA 2001:db8::2");

    EndpointAnswer answer = endpoints.https("www.example");

    assertThat(answer.endpoints())
        .extracting(each -> each + " " + each.alpn() + " " + HostFixtures.text(each.addresses()))
        .containsExactly(
            "www.example:443 [h2] 192.0.2.1",
            "b.example:8443 [h3, http/1.1] 2001:db8::2",
            "www.example:443 [http/1.1] 192.0.2.1");
    assertThat(answer.endpoints())
        .extracting(Endpoint::kind)
        .containsExactly(Endpoint.Kind.SERVICE, Endpoint.Kind.SERVICE, Endpoint.Kind.AUTHORITY);
    assertThat(answer.endpoints().getLast().socketAddresses())
        .extracting(Object::toString)
        .containsExactly("www.example/192.0.2.1:443");
    assertThat(answer.hasServiceRecords()).isTrue();
    assertThat(answer.failure()).isEmpty();
  }

  @Test
  void recordsOfOnePriorityTakeTurnsByChance() throws Exception {
    resolver.with("www.example. 60 HTTPS 1 a.example.", "www.example. 60 HTTPS 1 b.example.");
    int firstWasA = 0;
    for (int i = 0; i < 1000; i++) {
      String first = endpoints.https("www.example").endpoints().getFirst().host();
      firstWasA += first.equals("a.example") ? 1 : 0;
    }

    assertThat(firstWasA).isBetween(430, 570);
  }

  @Test
  void withoutRecordsTheHostItselfIsTheEndpoint() throws Exception {
    resolver.with("www.example. 60 A 192.0.2.1");

    EndpointAnswer answer = endpoints.https("www.example");

    assertThat(answer.endpoints())
        .extracting(Endpoint::toString)
        .containsExactly("www.example:443");
    assertThat(answer.hasServiceRecords()).isFalse();
  }

  /** The example of RFC 9460 section 9.1, and its section 3: no prefix on the way on. */
  @Test
  void otherPortsStandAtANameOfTheirOwnAndKeepTheirPortThroughAnAlias() throws Exception {
    resolver
        .with("_8443._https.api.example. 60 HTTPS 0 svc4.example.")
        .with("svc4.example. 60 HTTPS 3 . alpn=bar")
        .with("svc4.example. 60 A 192.0.2.4")
        .with("api.example. 60 A 192.0.2.1");

    EndpointAnswer answer = endpoints.https("api.example", 8443);

    assertThat(answer.endpoints())
        .extracting(each -> each + " " + each.kind())
        .containsExactly(
            "svc4.example:8443 SERVICE", "svc4.example:8443 ALIAS", "api.example:8443 AUTHORITY");
    assertThat(resolver.asked())
        .startsWith("_8443._https.api.example. HTTPS", "svc4.example. HTTPS");
    assertThat(answer.answers()).hasSize(2);
  }

  @Test
  void aliasToANameWithoutRecordsIsAnEndpointAsItIs() throws Exception {
    resolver.with("example. 60 HTTPS 0 pool.example.").with("pool.example. 60 A 192.0.2.7");

    assertThat(endpoints.https("example").endpoints())
        .extracting(each -> each + " " + HostFixtures.text(each.addresses()))
        .containsExactly("pool.example:443 192.0.2.7", "example:443 ");
  }

  @Test
  void aliasHidesRecordsInServiceModeBesideIt() throws Exception {
    resolver.with("example. 60 HTTPS 0 pool.example.", "example. 60 HTTPS 1 b.example.");

    assertThat(endpoints.https("example").endpoints())
        .extracting(Endpoint::host)
        .containsExactly("pool.example", "example");
  }

  @Test
  void aliasToTheRootIsNoSuchService() throws Exception {
    resolver.with("example. 60 HTTPS 0 .").with("example. 60 A 192.0.2.1");

    EndpointAnswer answer = endpoints.https("example");

    assertThat(answer.isAvailable()).isFalse();
    assertThat(resolver.asked()).containsExactly("example. HTTPS");
  }

  @Test
  void rootAsTargetIsTheOwnerBehindCnames() throws Exception {
    resolver
        .with("www.example. 60 CNAME cdn.example.")
        .with("cdn.example. 60 HTTPS 1 .")
        .with("cdn.example. 60 A 192.0.2.3");

    assertThat(endpoints.https("www.example").endpoints().getFirst().host())
        .isEqualTo("cdn.example");
  }

  @Test
  void circleOfAliasesEndsAtTheHostItself() throws Exception {
    resolver.with("a.example. 60 HTTPS 0 b.example.").with("b.example. 60 HTTPS 0 A.example.");

    EndpointAnswer answer = endpoints.https("a.example");

    assertThat(answer.failure())
        .hasValueSatisfying(e ->
            assertThat(e.failure().sentence())
                .isEqualTo("aliases lead in a circle: a.example. -> b.example. -> A.example."));
    assertThat(answer.endpoints()).extracting(Endpoint::host).containsExactly("a.example");
  }

  @Test
  void noMoreAliasesAreFollowedThanAllowed() throws Exception {
    for (int i = 0; i < 20; i++) {
      resolver.with("h" + i + ". 60 HTTPS 0 h" + (i + 1) + ".");
    }

    EndpointAnswer answer =
        Endpoints.over(hosts, new SplittableRandom(1), new ServiceLimits(1, 8)).https("h0");

    assertThat(answer.failure())
        .hasValueSatisfying(
            e -> assertThat(e.failure()).isEqualTo(new Failure.LimitReached("aliases", 8)));
    assertThat(answer.answers()).hasSize(9);
    assertThat(resolver.asked()).hasSize(9 + 2 * 2); // and the last name and the first, A and AAAA
  }

  @Test
  void hostItselfIsLookedUpHoweverManyRecordsThereAre() throws Exception {
    resolver
        .with("example. 60 HTTPS 1 a.example.", "example. 60 HTTPS 2 b.example.")
        .with("example. 60 A 192.0.2.1");

    EndpointAnswer answer =
        Endpoints.over(hosts, new SplittableRandom(1), new ServiceLimits(1, 8)).https("example");

    assertThat(answer.endpoints().get(1).outcome()).isInstanceOf(HostOutcome.LeftOut.class);
    assertThat(answer.endpoints().get(2).addresses())
        .containsExactly(InetAddresses.forString("192.0.2.1"));
  }

  @Test
  void noMoreHintsCountThanAllowed() throws Exception {
    resolver.with("example. 60 HTTPS 1 a.example. ipv4hint=192.0.2.1,192.0.2.2,192.0.2.3");

    EndpointAnswer answer =
        Endpoints.over(hosts, new SplittableRandom(1), new ServiceLimits(2, 8)).https("example");

    assertThat(answer.endpoints().getFirst().hints()).hasSize(2);
  }

  @Test
  void recordWithAMandatoryKeyThatIsNotUnderstoodIsPassedOver() throws Exception {
    resolver.with(
        "example. 60 HTTPS 1 a.example. mandatory=key667 key667=x",
        "example. 60 HTTPS 2 b.example. mandatory=alpn,port alpn=h2 port=444 key667=x",
        "example. 60 HTTPS 3 c.example. mandatory=ech ech=AAE=");

    assertThat(endpoints.https("example").endpoints())
        .extracting(Endpoint::host)
        .containsExactly("b.example", "example");
    assertThat(endpoints.understanding(SvcParamKey.ECH).https("example").endpoints())
        .extracting(Endpoint::host)
        .containsExactly("b.example", "c.example", "example");
  }

  /** {@code no-default-alpn} without {@code alpn}, which only octets can say. */
  @Test
  void recordThatContradictsItselfIsPassedOver() throws Exception {
    resolver.with(
        "example. 60 HTTPS \\# 7 00010000020000", "example. 60 HTTPS 2 b.example. alpn=h2");

    assertThat(endpoints.https("example").endpoints())
        .extracting(Endpoint::host)
        .containsExactly("b.example", "example");
  }

  @Test
  void hintsStandInWhereTheAddressesCannotBeFoundOut() throws Exception {
    resolver
        .with("a.example. 60 HTTPS 1 . ipv4hint=192.0.2.9 ipv6hint=2001:db8::9")
        .failing("a.example. A")
        .failing("a.example. AAAA");

    assertThat(HostFixtures.text(endpoints.https("a.example").endpoints().getFirst().addresses()))
        .isEqualTo("2001:db8::9 192.0.2.9");
  }

  @Test
  void addressesOfTheTargetCountMoreThanHints() throws Exception {
    resolver
        .with("a.example. 60 HTTPS 1 . ipv4hint=192.0.2.9")
        .with("a.example. 60 A 192.0.2.1")
        .with("b.example. 60 HTTPS 1 . ipv4hint=192.0.2.9");

    assertThat(HostFixtures.text(endpoints.https("a.example").endpoints().getFirst().addresses()))
        .isEqualTo("192.0.2.1");
    assertThat(endpoints.https("b.example").endpoints().getFirst().addresses()).isEmpty();
  }

  @Test
  void failureOfTheRecordsLeavesTheHostItself() throws Exception {
    resolver.failing("a.example. HTTPS").with("a.example. 60 A 192.0.2.1");

    EndpointAnswer answer = endpoints.https("a.example");

    assertThat(answer.failure()).isPresent();
    assertThat(answer.endpoints())
        .singleElement()
        .satisfies(each -> assertThat(each.addresses()).hasSize(1));
  }

  @Test
  void closedResolverIsNoReasonToDoWithout() {
    resolver.failing("a.example. HTTPS", new Failure.Closed());

    assertThatThrownBy(() -> endpoints.https("a.example")).isInstanceOf(ResolutionException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,   192.0.2.1",
    "2001:db8::1, 2001:db8::1",
    "localhost,   ::1 127.0.0.1",
    "a.localhost, ::1 127.0.0.1",
    "127.1,       ''"
  })
  void addressesAndLocalhostAreNeverAskedFor(String host, String addresses) throws Exception {
    assertThat(endpoints.https(host, 8443).endpoints())
        .singleElement()
        .satisfies(each -> {
          assertThat(HostFixtures.text(each.addresses())).isEqualTo(addresses);
          assertThat(each.port()).isEqualTo(8443);
        });
    assertThat(resolver.asked()).isEmpty();
  }

  @Test
  void svcbRecordsAreFoundAlike() throws Exception {
    resolver
        .with("_dns.resolver.example. 60 SVCB 1 dot.example. alpn=dot port=8530")
        .with("dot.example. 60 A 192.0.2.5");

    EndpointAnswer answer =
        endpoints.svcb("_dns.resolver.example", "resolver.example", 853, List.of());

    assertThat(answer.endpoints())
        .extracting(each -> each + " " + each.alpn())
        .containsExactly("dot.example:8530 [dot]", "resolver.example:853 []");
  }
}
