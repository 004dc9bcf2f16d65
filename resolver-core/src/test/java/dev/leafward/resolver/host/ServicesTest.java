// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.ServiceLimits;
import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServicesTest {
  private final FakeResolver resolver = new FakeResolver();

  @Test
  void targetsComeByPriorityWithTheirAddresses() throws Exception {
    resolver
        .with(
            "_xmpp-client._tcp.example. 60 SRV 20 0 5223 b.example.",
            "_xmpp-client._tcp.example. 60 SRV 10 0 5222 a.example.")
        .with("a.example. 60 A 192.0.2.1")
        .with("a.example. 60 AAAA 2001:db8::1")
        .with("b.example. 60 A 192.0.2.2");

    ServiceAnswer answer = services().lookup("xmpp-client", "tcp", "example");

    assertThat(answer.targets())
        .extracting(ServiceTarget::toString)
        .containsExactly("a.example:5222", "b.example:5223");
    assertThat(answer.targets())
        .extracting(target -> HostFixtures.text(target.addresses()))
        .containsExactly("2001:db8::1 192.0.2.1", "192.0.2.2");
    assertThat(answer.targets().getLast().socketAddresses())
        .extracting(Object::toString)
        .containsExactly("b.example/192.0.2.2:5223");
  }

  @Test
  void rootAsTargetIsTheServiceDecidedlyNotAvailable() throws Exception {
    resolver.with("_imap._tcp.example. 60 SRV 0 0 0 .");

    ServiceAnswer answer = services().lookup("imap", "tcp", "example");

    assertThat(answer).isInstanceOf(ServiceAnswer.NotAvailable.class);
    assertThat(answer.targets()).isEmpty();
    assertThat(resolver.asked()).hasSize(1);
  }

  @Test
  void rootAmongOtherTargetsIsLeftOut() throws Exception {
    resolver.with(
        "_imap._tcp.example. 60 SRV 0 0 0 .", "_imap._tcp.example. 60 SRV 0 0 143 a.example.");

    assertThat(services().lookup("imap", "tcp", "example").targets())
        .extracting(ServiceTarget::host)
        .containsExactly("a.example");
  }

  @Test
  void noRecordsIsAnAnswer() throws Exception {
    resolver.withName("_a._tcp.example");

    assertThat(services().lookup("a", "tcp", "example"))
        .isInstanceOf(ServiceAnswer.NoRecords.class);
    assertThat(services().lookup("b", "tcp", "example"))
        .isInstanceOf(ServiceAnswer.NoRecords.class);
  }

  @Test
  void aHostThatFailsIsNoHindranceToTheOthers() throws Exception {
    resolver
        .with("_a._tcp.example. 60 SRV 1 0 1 down.example.", "_a._tcp.example. 60 SRV 2 0 1 ok.")
        .failing("down.example. A")
        .failing("down.example. AAAA")
        .with("ok. 60 A 192.0.2.2");

    List<ServiceTarget> targets = services().lookup("a", "tcp", "example").targets();

    assertThat(targets.getFirst().outcome()).isInstanceOf(HostOutcome.Failed.class);
    assertThat(targets.getFirst().addresses()).isEmpty();
    assertThat(HostFixtures.text(targets.getLast().addresses())).isEqualTo("192.0.2.2");
  }

  @Test
  void whatTheServiceIsCannotBeFoundOut() {
    resolver.failing("_a._tcp.example. SRV");

    assertThatThrownBy(() -> services().lookup("a", "tcp", "example"))
        .isInstanceOf(ResolutionException.class);
  }

  @Test
  void noMoreHostsAreLookedUpThanAllowed() throws Exception {
    resolver.with(
        IntStream.range(0, 40)
            .mapToObj(i -> "_a._tcp.example. 60 SRV " + i + " 0 1 h" + i + ".example.")
            .toArray(String[]::new));

    List<ServiceTarget> targets =
        Services.over(hosts(), new SplittableRandom(1), new ServiceLimits(3, 0))
            .lookup("a", "tcp", "example")
            .targets();

    assertThat(targets).hasSize(40);
    assertThat(targets.subList(0, 3))
        .allMatch(target -> target.outcome() instanceof HostOutcome.Known);
    assertThat(targets.subList(3, 40))
        .allMatch(target -> target.outcome() instanceof HostOutcome.LeftOut);
    assertThat(resolver.asked()).hasSize(1 + 3 * 2);
  }

  @Test
  void hostOfSeveralTargetsIsLookedUpOnce() throws Exception {
    resolver
        .with(
            "_a._tcp.example. 60 SRV 1 0 1 h.example.", "_a._tcp.example. 60 SRV 1 0 2 H.example.")
        .with("h.example. 60 A 192.0.2.1");

    assertThat(services().lookup(DomainName.of("_a._tcp.example")).targets())
        .allSatisfy(target -> assertThat(target.addresses()).hasSize(1));
    assertThat(resolver.asked()).hasSize(3);
  }

  @Test
  void hostsOfRecordsAreAbsolute() throws Exception {
    resolver.with("_a._tcp.example. 60 SRV 1 0 1 short.").with("short.example. 60 A 192.0.2.1");

    HostResolver searching =
        HostResolver.over(resolver)
            .network(new FakeNetwork())
            .executor(Runnable::run)
            .search(new SearchList(List.of(DomainName.of("example")), 1))
            .build();
    ServiceAnswer answer =
        Services.over(searching, new SplittableRandom(1)).lookup("a", "tcp", "example");

    assertThat(answer.targets().getFirst().addresses()).isEmpty();
  }

  @Test
  void interruptedCallerIsToldSoAndKeepsItsStatus() {
    resolver.with("_a._tcp.example. 60 SRV 1 0 1 h.example.");
    HostResolver neverDone =
        HostResolver.over(resolver).network(new FakeNetwork()).executor(task -> {}).build();

    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> Services.over(neverDone, new SplittableRandom(1)).lookup("a", "tcp", "example"))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Interrupted.class));
    assertThat(Thread.interrupted()).isTrue();
  }

  private Services services() {
    return Services.over(hosts(), new SplittableRandom(1));
  }

  private HostResolver hosts() {
    return HostResolver.over(resolver).network(new FakeNetwork()).executor(Runnable::run).build();
  }
}
