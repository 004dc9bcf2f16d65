// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailServersTest {
  private final FakeResolver resolver = new FakeResolver();
  private final HostResolver hosts =
      HostResolver.over(resolver).network(new FakeNetwork()).executor(Runnable::run).build();
  private final MailServers mail = MailServers.over(hosts, new SplittableRandom(1));

  @Test
  void serversComeByPreferenceWithTheirAddresses() throws Exception {
    resolver
        .with("example. 60 MX 20 b.example.", "example. 60 MX 10 a.example.")
        .with("a.example. 60 A 192.0.2.1");

    MailAnswer answer = mail.lookup("example");

    assertThat(answer).isInstanceOf(MailAnswer.Exchangers.class);
    assertThat(answer.servers())
        .extracting(MailServer::host)
        .containsExactly("a.example", "b.example");
    assertThat(answer.servers().getFirst().addresses())
        .extracting(Object::toString)
        .containsExactly("a.example/192.0.2.1");
    assertThat(answer.servers().getLast().outcome())
        .isEqualTo(new HostOutcome.Known(hosts.lookup("b.example.")));
  }

  @Test
  void thoseOfOnePreferenceTakeTurnsByChance() throws Exception {
    resolver.with(
        "example. 60 MX 10 a.example.",
        "example. 60 MX 10 b.example.",
        "example. 60 MX 5 c.example.");
    int firstWasA = 0;
    for (int i = 0; i < 1000; i++) {
      List<MailServer> servers = mail.lookup("example").servers();
      assertThat(servers.getFirst().host()).isEqualTo("c.example");
      firstWasA += servers.get(1).host().equals("a.example") ? 1 : 0;
    }

    assertThat(firstWasA).isBetween(430, 570);
  }

  @Test
  void nullMxIsNoMail() throws Exception {
    resolver.with("example. 60 MX 0 .").with("example. 60 A 192.0.2.1");

    assertThat(mail.lookup("example")).isInstanceOf(MailAnswer.NoMail.class);
    assertThat(resolver.asked()).containsExactly("example. MX");
  }

  @Test
  void nullMxBesideOthersIsLeftOut() throws Exception {
    resolver.with("example. 60 MX 0 .", "example. 60 MX 10 a.example.");

    assertThat(mail.lookup("example").servers())
        .extracting(MailServer::host)
        .containsExactly("a.example");
  }

  @Test
  void domainWithoutMxTakesItsMailItselfUnderItsCanonicalName() throws Exception {
    resolver.with("www.example. 60 CNAME example.").with("example. 60 A 192.0.2.1");

    MailAnswer answer = mail.lookup("www.example");

    assertThat(answer).isInstanceOf(MailAnswer.Implicit.class);
    assertThat(answer.servers())
        .singleElement()
        .satisfies(server -> {
          assertThat(server.host()).isEqualTo("example");
          assertThat(server.preference()).isZero();
          assertThat(HostFixtures.text(server.addresses())).isEqualTo("192.0.2.1");
        });
  }

  @Test
  void domainThatDoesNotExistHasNoServerOfAnyKind() throws Exception {
    assertThat(mail.lookup("nosuch")).isInstanceOf(MailAnswer.NoSuchDomain.class);
    assertThat(resolver.asked()).containsExactly("nosuch. MX");
  }

  @Test
  void failureIsNoReasonToTakeTheDomainItself() {
    resolver.failing("example. MX").with("example. 60 A 192.0.2.1");

    assertThatThrownBy(() -> mail.lookup("example")).isInstanceOf(ResolutionException.class);
  }

  @Test
  void noMoreHostsAreLookedUpThanAllowed() throws Exception {
    resolver.with(
        IntStream.range(0, 40)
            .mapToObj(i -> "example. 60 MX " + i + " h" + i + ".example.")
            .toArray(String[]::new));

    MailServers few = MailServers.over(hosts, new SplittableRandom(1), new ServiceLimits(2, 0));

    assertThat(few.lookup("example").servers()).hasSize(40);
    assertThat(resolver.asked()).hasSize(1 + 2 * 2);
  }
}
