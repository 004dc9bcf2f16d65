// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.ServeStale;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.AddressNames;
import dev.leafward.resolver.host.HostAnswer;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.host.HostResolverBuilder;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.spi.SourceAddress;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hosts, asked for through a whole resolver. */
class HostResolutionTest {
  private static final String SERVER = "192.0.2.60";
  private static final Duration ROUND_TRIP = Duration.ofMillis(40);
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  private final SimulatedInternet internet =
      MockInternet.simulated(1).conditions(LinkConditions.of(ROUND_TRIP.dividedBy(2)));
  private final List<Outcome> outcomes = new ArrayList<>();

  HostResolutionTest() {
    internet
        .zone("example.com.")
        .at(SERVER)
        .text(
            """
            $TTL 300
            @       SOA ns hostmaster 1 1800 900 604800 60
            @       NS  ns
            ns      A   192.0.2.60
            www     A   192.0.2.80
            www  60 AAAA 2001:db8::80
            old     A   192.0.2.81
            web.b   A   192.0.2.82
            web.a   TXT "no address"
            """);
  }

  @AfterEach
  void close() {
    internet.close();
  }

  @Test
  void bothFamiliesAreAskedForInOneRoundTrip() {
    Outcome outcome = run(over(stub()).build(), "www.example.com");

    assertThat(text(outcome.answer().addresses())).isEqualTo("2001:db8::80 192.0.2.80");
    assertThat(outcome.took()).isEqualTo(ROUND_TRIP);
    assertThat(outcome.answer().ttl()).hasValue(60);
  }

  @Test
  void singleRequestAsksForOneAfterTheOther() {
    HostResolver hosts = over(stub()).flags(Set.of(StubFlag.SINGLE_REQUEST)).build();

    Outcome outcome = run(hosts, "www.example.com");

    assertThat(outcome.answer().addresses()).hasSize(2);
    assertThat(outcome.took()).isEqualTo(ROUND_TRIP.multipliedBy(2));
    assertThat(typesAsked()).containsExactly(RRType.A, RRType.AAAA);
  }

  @Test
  void oneDeadlineHoldsForAllQuestionsOfALookup() {
    internet.server(SERVER).silent();
    SearchList search =
        new SearchList(List.of(DomainName.of("a.example.com"), DomainName.of("example.com")), 1);

    Outcome outcome = run(over(stub()).search(search).build(), "www");

    assertThat(outcome.failure().failure()).isInstanceOf(Failure.DeadlineExceeded.class);
    assertThat(outcome.took()).isBetween(DEADLINE.minusMillis(100), DEADLINE);
  }

  @Test
  void suffixWithoutAddressesLeadsOnToTheNext() {
    SearchList search =
        new SearchList(List.of(DomainName.of("a.example.com"), DomainName.of("b.example.com")), 1);

    Outcome outcome = run(over(stub()).search(search).build(), "web");

    assertThat(text(outcome.answer().addresses())).isEqualTo("192.0.2.82");
  }

  @Test
  void whatIsServedStaleIsMarked() {
    CacheOptions stale =
        CacheOptions.DEFAULT.toBuilder().serveStale(ServeStale.RECOMMENDED).build();
    Resolver resolver =
        internet.stub().servers(SERVER).cache(stale).executor(internet.threads()).build();
    HostResolver hosts = over(resolver).build();
    assertThat(run(hosts, "old.example.com").answer().isStale()).isFalse();

    internet.time().advance(Duration.ofSeconds(400));
    internet.server(SERVER).silent();
    HostAnswer answer = run(hosts, "old.example.com").answer();

    assertThat(answer.isStale()).isTrue();
    assertThat(text(answer.addresses())).isEqualTo("192.0.2.81");
    assertThat(answer.ttl()).hasValue(30);
  }

  @Test
  @DisplayName("H1: localhost, the names below it and addresses as text are never asked for")
  void namesOfThisMachineStayHere() throws Exception {
    HostResolver hosts = over(stub()).build();
    for (int i = 0; i < 10_000; i++) {
      assertThat(hosts.lookup("x" + i + ".LocalHost.").addresses())
          .isNotEmpty()
          .allMatch(InetAddress::isLoopbackAddress);
      assertThat(hosts.lookup("192.0.2." + i % 256).addresses()).hasSize(1);
      hosts.lookup("127." + i);
      hosts.lookup("::" + Integer.toHexString(i) + "%none");
    }

    assertThat(internet.queries()).isEmpty();
  }

  @Test
  void interruptedCallerIsToldSoAndKeepsItsStatus() {
    internet.server(SERVER).silent();
    HostResolver hosts = over(stub()).build();
    List<Boolean> interrupted = new ArrayList<>();
    internet
        .threads()
        .execute(() -> {
          Thread.currentThread().interrupt();
          lookup(hosts, "www.example.com");
          interrupted.add(Thread.interrupted());
        });
    internet.threads().run();

    assertThat(outcomes.getFirst().failure().failure()).isInstanceOf(Failure.Interrupted.class);
    assertThat(interrupted).containsExactly(true);
  }

  @Test
  void demoInternetHasHostsByTheirAliases() throws Exception {
    try (SimulatedInternet demo = DemoInternet.simulated(1);
        Resolver resolver = demo.recursive().build()) {
      HostResolver hosts = HostResolver.over(resolver).network(new BothFamilies()).build();

      HostAnswer answer = hosts.lookup("m.facebook.com");

      assertThat(text(answer.addresses())).isEqualTo("2001:db8:8:83:face:b00c:0:25de 157.240.8.35");
      assertThat(answer)
          .isInstanceOfSatisfying(
              HostAnswer.Addresses.class,
              found -> assertThat(found.canonicalName()).isEqualTo("star-mini.c10r.facebook.com"));
      assertThat(hosts.lookup("nosuch.example.com")).isInstanceOf(HostAnswer.NoSuchHost.class);
      assertThat(hosts.lookup("example.com", AddressFamilies.IPV6))
          .isInstanceOf(HostAnswer.NoAddress.class);
      assertThat(hosts.lookup(InetAddresses.forString("203.6.74.5")).names())
          .extracting(AddressNames.HostName::name)
          .containsExactly("www.defence.gov.au");
    }
  }

  private Resolver stub() {
    return internet.stub().servers(SERVER).executor(internet.threads()).build();
  }

  private HostResolverBuilder over(Resolver resolver) {
    return HostResolver.over(resolver).network(new BothFamilies()).time(internet.time());
  }

  private List<RRType> typesAsked() {
    return internet.queries().stream()
        .flatMap(query -> query.question().stream())
        .map(Question::type)
        .toList();
  }

  /** A lookup on a thread of the simulation. */
  private Outcome run(HostResolver hosts, String host) {
    internet.threads().execute(() -> lookup(hosts, host));
    internet.threads().run();
    return outcomes.getLast();
  }

  private void lookup(HostResolver hosts, String host) {
    long begun = internet.time().nanos();
    HostAnswer answer = null;
    ResolutionException failure = null;
    try {
      answer = hosts.lookup(host, AddressFamilies.BOTH, DEADLINE);
    } catch (ResolutionException e) {
      failure = e;
    }
    outcomes.add(new Outcome(answer, failure, Duration.ofNanos(internet.time().nanos() - begun)));
  }

  private static String text(List<InetAddress> addresses) {
    return String.join(" ", addresses.stream().map(InetAddresses::toAddrString).toList());
  }

  /** What one lookup came to, and when. */
  private record Outcome(HostAnswer answer, ResolutionException failure, Duration took) {}

  /** A machine that reaches everything. */
  private static final class BothFamilies implements LocalNetwork {
    @Override
    public Optional<SourceAddress> sourceTowards(InetAddress destination) {
      boolean isIpv4 = destination.getAddress().length == 4;
      return Optional.of(
          SourceAddress.of(InetAddresses.forString(isIpv4 ? "198.51.100.9" : "2001:db8:9::9")));
    }

    @Override
    public List<InetAddress> ownAddresses() {
      return List.of();
    }

    @Override
    public OptionalInt interfaceIndex(String name) {
      return OptionalInt.empty();
    }
  }
}
