// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.resolver.system.HostsFile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReverseConfirmationTest {
  private final FakeResolver resolver = new FakeResolver();

  @Test
  void nameThatHasTheAddressIsConfirmedAndAnotherIsNot() throws Exception {
    resolver
        .with(
            "1.2.0.192.in-addr.arpa. 60 PTR good.example.",
            "1.2.0.192.in-addr.arpa. 60 PTR www.bank.example.",
            "1.2.0.192.in-addr.arpa. 60 PTR nosuch.example.")
        .with("good.example. 60 A 192.0.2.7", "good.example. 60 A 192.0.2.1")
        .with("www.bank.example. 60 A 203.0.113.1");

    ConfirmedNames names =
        ReverseConfirmation.over(hosts("")).lookup(HostFixtures.address("192.0.2.1"));

    assertThat(names.confirmed()).containsExactly("good.example");
    assertThat(names.names())
        .extracting(ConfirmedNames.Name::name)
        .containsExactlyInAnyOrder("good.example", "www.bank.example", "nosuch.example");
    assertThat(resolver.asked()).noneMatch(question -> question.endsWith(" AAAA"));
  }

  @Test
  void addressOfVersion6IsLookedForAmongThose() throws Exception {
    String reverse = "1" + ".0".repeat(23) + ".8.b.d.0.1.0.0.2.ip6.arpa.";
    resolver.with(reverse + " 60 PTR six.example.").with("six.example. 60 AAAA 2001:db8::1");

    assertThat(
            ReverseConfirmation.over(hosts(""))
                .lookup(HostFixtures.address("2001:db8::1"))
                .confirmed())
        .containsExactly("six.example");
    assertThat(resolver.asked()).noneMatch(question -> question.endsWith(" A"));
  }

  @Test
  void whatCannotBeFoundOutIsNotConfirmed() throws Exception {
    resolver
        .with("1.2.0.192.in-addr.arpa. 60 PTR down.example.")
        .failing("down.example. A")
        .failing("2.2.0.192.in-addr.arpa. PTR");
    ReverseConfirmation confirmation = ReverseConfirmation.over(hosts(""));

    ConfirmedNames names = confirmation.lookup(HostFixtures.address("192.0.2.1"));

    assertThat(names.confirmed()).isEmpty();
    assertThat(names.names().getFirst().outcome()).isInstanceOf(HostOutcome.Failed.class);
    assertThatThrownBy(() -> confirmation.lookup(HostFixtures.address("192.0.2.2")))
        .isInstanceOf(ResolutionException.class);
  }

  @Test
  void addressWithoutNamesHasNoneConfirmed() throws Exception {
    assertThat(
            ReverseConfirmation.over(hosts("")).lookup(HostFixtures.address("192.0.2.1")).names())
        .isEmpty();
  }

  @Test
  void namesOfTheHostsFileAreConfirmedByIt() throws Exception {
    assertThat(
            ReverseConfirmation.over(hosts("192.0.2.1 web web.example\n"))
                .lookup(HostFixtures.address("192.0.2.1"))
                .confirmed())
        .containsExactly("web", "web.example");
    assertThat(resolver.asked()).isEmpty();
  }

  @Test
  void noMoreNamesAreLookedUpThanAllowed() throws Exception {
    resolver.with(
        IntStream.range(0, 500)
            .mapToObj(i -> "1.2.0.192.in-addr.arpa. 60 PTR h" + i + ".example.")
            .toArray(String[]::new));

    ConfirmedNames names =
        ReverseConfirmation.over(hosts(""), new ServiceLimits(10, 0))
            .lookup(HostFixtures.address("192.0.2.1"));

    assertThat(names.names()).hasSize(500);
    assertThat(resolver.asked()).hasSize(1 + 10);
  }

  private HostResolver hosts(String file) {
    return HostResolver.over(resolver)
        .network(new FakeNetwork())
        .executor(Runnable::run)
        .hosts(HostsFile.parse(file, "hosts"))
        .build();
  }
}
