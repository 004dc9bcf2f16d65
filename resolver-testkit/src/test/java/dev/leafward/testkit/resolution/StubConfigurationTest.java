// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.host.Searching;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.resolver.system.ResolvConf;
import dev.leafward.resolver.system.SystemConfiguration;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stub resolver does what a resolv.conf says, also when that changes. */
class StubConfigurationTest extends StubWorld {

  private final AtomicReference<SystemConfiguration> file = new AtomicReference<>();
  private final ConfigurationSource source = file::get;

  private void write(String... lines) {
    ResolvConf resolvConf =
        ResolvConf.parse(String.join("\n", lines) + "\n", "/etc/resolv.conf", Map.of());
    file.set(
        new SystemConfiguration(
            resolvConf, NsSwitch.DEFAULT, HostsFile.EMPTY, PolicyTable.DEFAULT, ""));
  }

  private Resolver configured() {
    return internet.stub().configuration(source).build();
  }

  private Answer search(Resolver stub, String name) throws Exception {
    return Searching.over(stub, file.get().resolver().searchList()).resolve(name, RRType.A);
  }

  private List<String> namesAsked() {
    return internet.queries().stream()
        .map(query -> query.question().orElseThrow().name().toString())
        .toList();
  }

  /** Has an address for one name, and says of all others that they do not exist. */
  private static Responder knowing(String name) {
    return (query, occasion) -> {
      boolean known = query.question().orElseThrow().name().toString().equals(name);
      return (known ? saying(name + " 60 A 192.0.2.80") : saying(Rcode.NXDOMAIN, "", ""))
          .respond(query, occasion);
    };
  }

  @Test
  void asksAsOftenAndAsLongAsTheFileSays() {
    write("nameserver 10.0.1.13", "options timeout:2", "options attempts:3");
    internet.server(FIRST).silent();

    assertThat(failure(configured()).isUnreachable()).isTrue();

    assertThat(sent()).containsExactly("0.0 UDP .13", "2.0 UDP .13", "4.0 UDP .13");
    assertThat(internet.time().nanos()).isEqualTo(6_000_000_000L);
  }

  @Test
  @DisplayName("Docker: ndots:0, so that a name is asked for as it is first")
  void asksDockersServerAsItsFileSays() throws Exception {
    write("search internal.example.com local", "nameserver 127.0.0.11", "options ndots:0");
    internet.server("127.0.0.11").responding(knowing("demoservice.demonet."));

    Answer answer = search(configured(), "demoservice.demonet");

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(namesAsked()).containsExactly("demoservice.demonet.");
    assertThat(internet.queries()).noneMatch(query -> query.hasEdns());
  }

  @Test
  @DisplayName("Kubernetes: ndots:5 and three suffixes, which a final dot spares")
  void searchesAsInKubernetes() throws Exception {
    write(
        "search default.svc.cluster.local svc.cluster.local cluster.local",
        "nameserver 10.96.0.10",
        "options ndots:5");
    internet.server("10.96.0.10").responding(knowing("www.example.com."));
    Resolver stub = configured();

    assertThat(addresses(search(stub, "www.example.com"))).containsExactly("192.0.2.80");
    assertThat(namesAsked())
        .containsExactly(
            "www.example.com.default.svc.cluster.local.",
            "www.example.com.svc.cluster.local.",
            "www.example.com.cluster.local.",
            "www.example.com.");

    internet.forgetQueries();
    assertThat(addresses(search(configured(), "www.example.com."))).hasSize(1);
    assertThat(namesAsked()).containsExactly("www.example.com.");
  }

  @Test
  @DisplayName("systemd-resolved: edns0 and trust-ad at 127.0.0.53")
  void asksSystemdResolvedAsItsFileSays() throws Exception {
    write("nameserver 127.0.0.53", "options edns0 trust-ad", "search .");
    internet.server("127.0.0.53").responding(knowing("www.example.com."));

    assertThat(addresses(search(configured(), "www.example.com"))).hasSize(1);

    assertThat(internet.queries()).hasSize(1).allMatch(query -> query.hasEdns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"single-request", "single-request-reopen", "inet6", "no-check-names"})
  void asksOneQuestionAlikeUnderOptionsThatAreAboutPairsOrNothing(String option) throws Exception {
    write("nameserver 10.0.1.13", "options " + option);
    internet.server(FIRST).responding(saying(ANSWER));

    configured().resolve("www.example.com", RRType.A);

    assertThat(sent()).containsExactly("0.0 UDP .13");
    assertThat(internet.queries()).noneMatch(query -> query.hasEdns());
  }

  @Test
  void asksOtherServersFromTheNextQuestionOnAndForgetsWhatTheOldOnesSaid() throws Exception {
    write("nameserver 10.0.1.13");
    internet.server(FIRST).responding(saying(ANSWER));
    internet.server(SECOND).responding(saying("www.example.com. 60 A 192.0.2.90"));
    Resolver stub = configured();
    stub.resolve("www.example.com", RRType.A);

    write("nameserver 10.0.1.14");

    assertThat(addresses(stub.resolve("www.example.com", RRType.A))).containsExactly("192.0.2.90");
    assertThat(stub.resolveAsync("www.example.com", RRType.A)).isCompleted();
    assertThat(sent()).containsExactly("0.0 UDP .13", "0.0 UDP .14");
  }

  @Test
  void forgetsFailuresOfTheOldServers() throws Exception {
    write("nameserver 10.0.1.13");
    internet.server(FIRST).refusing();
    internet.server(SECOND).responding(saying(ANSWER));
    Resolver stub = configured();
    assertThat(failure(stub).isUnreachable()).isFalse();

    write("nameserver 10.0.1.14");

    assertThat(addresses(stub.resolve("www.example.com", RRType.A))).containsExactly("192.0.2.80");
  }

  @Test
  void keepsWhatItHeardWhereOnlyItsPatienceChanges() throws Exception {
    write("nameserver 10.0.1.13");
    internet.server(FIRST).responding(saying(ANSWER));
    Resolver stub = configured();
    stub.resolve("www.example.com", RRType.A);

    write("nameserver 10.0.1.13", "options timeout:1 attempts:1", "search example.com");

    stub.resolve("www.example.com", RRType.A);
    assertThat(sent()).hasSize(1);
    internet.server(FIRST).silent();
    long before = internet.time().nanos();
    assertThat(stub.cache().flush(DomainName.of("www.example.com"))).isEqualTo(1);
    assertThat(failure(stub).isUnreachable()).isTrue();
    assertThat(internet.time().nanos() - before).isEqualTo(1_000_000_000L);
  }

  @Test
  void doesNotUseTheAnswerOfAServerThatWasTakenOutMeanwhile() throws Exception {
    write("nameserver 10.0.1.13");
    internet
        .server(FIRST)
        .responding((query, occasion) -> {
          write("nameserver 10.0.1.14");
          return saying(ANSWER).respond(query, occasion);
        });
    internet.server(SECOND).responding(saying("www.example.com. 60 A 192.0.2.90"));
    Resolver stub = configured();

    assertThat(addresses(stub.resolve("www.example.com", RRType.A))).containsExactly("192.0.2.90");
    assertThat(addresses(stub.resolve("www.example.com", RRType.A))).containsExactly("192.0.2.90");
  }

  @Test
  void asksThoseThatTookThePlaceOfServersThatFailed() throws Exception {
    write("nameserver 10.0.1.13");
    internet
        .server(FIRST)
        .responding((query, occasion) -> {
          write("nameserver 10.0.1.14");
          return saying(Rcode.REFUSED, "", "").respond(query, occasion);
        });
    internet.server(SECOND).responding(saying(ANSWER));

    assertThat(addresses(configured().resolve("www.example.com", RRType.A)))
        .containsExactly("192.0.2.80");
    assertThat(sent()).containsExactly("0.0 UDP .13", "0.0 UDP .13", "0.0 UDP .14");
  }

  @Test
  void failsWhereTheServersChangeWithEachQuestionAndNoneIsOfUse() throws Exception {
    write("nameserver 10.0.1.13");
    internet
        .server(FIRST)
        .responding((query, occasion) -> {
          write("nameserver 10.0.1.14");
          return saying(Rcode.REFUSED, "", "").respond(query, occasion);
        });
    internet
        .server(SECOND)
        .responding((query, occasion) -> {
          write("nameserver 10.0.1.13");
          return saying(Rcode.REFUSED, "", "").respond(query, occasion);
        });

    assertThatExceptionOfType(ResolutionException.class)
        .isThrownBy(() -> configured().resolve("www.example.com", RRType.A));
    assertThat(sent()).hasSizeLessThanOrEqualTo(ResolverLimits.DEFAULT.sends());
  }
}
