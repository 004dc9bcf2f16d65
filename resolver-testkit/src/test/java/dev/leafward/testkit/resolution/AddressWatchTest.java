// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.AddressSet;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.simulation.LinkConditions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch on a host in virtual time; its TTL is 60 s. */
class AddressWatchTest {
  private static final String SERVER = "192.0.2.60";
  private static final String ONE = "192.0.2.80";
  private static final String TWO = "192.0.2.81";

  private final SimulatedInternet internet =
      MockInternet.simulated(1).conditions(LinkConditions.of(Duration.ofMillis(10)));
  private final Resolver resolver =
      internet.stub().servers(SERVER).executor(internet.threads()).build();
  private final HostResolver hosts =
      HostResolver.over(resolver)
          .families(AddressFamilies.IPV4)
          .time(internet.time())
          .executor(this::execute)
          .build();
  private int tasks;
  private final Listener listener = new Listener();

  AddressWatchTest() {
    serve("www A " + ONE);
  }

  @AfterEach
  void close() {
    internet.close();
  }

  @Test
  void setIsPublishedAtOnceAndAgainWhenItChanges() {
    watch(Long.MAX_VALUE);
    passTo(1);
    assertThat(listener.heard()).containsExactly(ONE);

    serve("www A " + ONE + "\nwww A " + TWO);
    passTo(59);
    assertThat(listener.heard()).hasSize(1);
    passTo(62);
    assertThat(listener.sets.getLast().addresses()).hasSize(2);
    assertThat(listener.sets.getLast().isStale()).isFalse();
  }

  @Test
  void lookupsFollowTheTtlAndWhatStaysTheSameIsNotPublished() {
    watch(Long.MAX_VALUE);
    passTo(602);

    assertThat(listener.heard()).containsExactly(ONE);
    assertThat(internet.queries()).hasSize(11);
  }

  @Test
  void anotherOrderIsNoChange() {
    serve("www A " + ONE + "\nwww A " + TWO);
    watch(Long.MAX_VALUE);
    passTo(1);
    serve("www A " + TWO + "\nwww A " + ONE);
    passTo(602);

    assertThat(listener.sets).hasSize(1);
  }

  @Test
  void shortTtlsAreStretched() {
    serve("www 0 A " + ONE);
    watch(Long.MAX_VALUE);
    passTo(99);

    assertThat(internet.queries()).hasSize(20);
  }

  @Test
  void hostThatVanishesIsASetOfNoAddresses() {
    watch(Long.MAX_VALUE);
    passTo(1);
    serve("other A " + ONE);
    passTo(62);

    assertThat(listener.heard()).containsExactly(ONE, "");
    assertThat(listener.sets.getLast().answer()).isPresent();
  }

  @Test
  void lastSetStaysAndIsMarkedStaleWhileItCannotBeFoundOutAnew() {
    watch(Long.MAX_VALUE);
    passTo(1);
    internet.server(SERVER).refusing();
    passTo(1000);

    assertThat(listener.heard()).containsExactly(ONE, ONE + " stale");
    assertThat(listener.sets.getLast().failure()).isPresent();

    internet.server(SERVER).healthy();
    passTo(1400);
    assertThat(listener.heard()).containsExactly(ONE, ONE + " stale", ONE);
  }

  @Test
  void failuresAreFollowedByEverFewerLookups() {
    internet.server(SERVER).refusing();
    watch(Long.MAX_VALUE);
    passTo(3600);

    assertThat(listener.heard()).containsExactly(" stale");
    assertThat(listener.sets.getFirst().answer()).isEmpty();
    // At 0, 5, 15, 35, 75, 155 and 315 s and every 300 s from there, beside the task that waits.
    assertThat(tasks).isEqualTo(1 + 7 + 10);
  }

  @Test
  void withoutDemandNothingComesAndThenTheLastSetAlone() {
    watch(0);
    passTo(1);
    assertThat(listener.sets).isEmpty();
    serve("www A " + TWO);
    passTo(100);
    assertThat(listener.sets).isEmpty();

    listener.subscription.request(1);
    passTo(101);
    assertThat(listener.heard()).containsExactly(TWO);

    serve("www A " + ONE);
    passTo(200);
    assertThat(listener.heard()).containsExactly(TWO);
    listener.subscription.request(1);
    passTo(201);
    assertThat(listener.heard()).containsExactly(TWO, ONE);
  }

  @Test
  void demandIsHeardWhileALookupWaits() {
    watch(0);
    passTo(1);
    internet.server(SERVER).silent();
    passTo(62);

    listener.subscription.request(1);
    internet.threads().runUntilQuiet();

    assertThat(listener.heard()).containsExactly(ONE);
  }

  @Test
  void cancellingEndsTheWorkHoweverOftenItIsDone() {
    watch(Long.MAX_VALUE);
    passTo(1);
    internet.server(SERVER).silent();
    passTo(62);
    assertThat(internet.threads().isIdle()).isFalse();

    listener.subscription.cancel();
    listener.subscription.cancel();
    internet.threads().runUntilQuiet();
    assertThat(internet.threads().isIdle()).isTrue();
    listener.subscription.cancel();
    listener.subscription.request(1);
    listener.subscription.request(-1);
    internet.threads().run();

    assertThat(internet.threads().isIdle()).isTrue();
    assertThat(listener.heard()).containsExactly(ONE);
    assertThat(listener.errors).isEmpty();
  }

  @Test
  void subscriberMayCancelWithinASignal() {
    listener.cancelsOnNext = true;
    watch(Long.MAX_VALUE);
    internet.threads().run();

    assertThat(listener.heard()).containsExactly(ONE);
    assertThat(internet.threads().isIdle()).isTrue();
  }

  @Test
  void subscriberMayAskForMoreWithinASignal() {
    listener.asksOnNext = true;
    watch(1);
    passTo(1);
    serve("www A " + TWO);
    passTo(100);

    assertThat(listener.heard()).containsExactly(ONE, TWO);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void demandOfLessThanOneIsAnErrorThatEndsTheWork(long demand) {
    watch(Long.MAX_VALUE);
    passTo(1);
    listener.subscription.request(demand);
    listener.subscription.request(demand);
    internet.threads().run();

    assertThat(listener.errors)
        .singleElement()
        .satisfies(error ->
            assertThat(error)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.9"));
    assertThat(internet.threads().isIdle()).isTrue();
  }

  @Test
  void demandAddsUpWithoutOverflow() {
    watch(Long.MAX_VALUE);
    listener.subscription.request(Long.MAX_VALUE);
    passTo(1);
    serve("www A " + TWO);
    passTo(100);

    assertThat(listener.heard()).containsExactly(ONE, TWO);
    assertThat(listener.errors).isEmpty();
  }

  @Test
  void noSubscriberIsAnErrorOfTheCaller() {
    assertThatThrownBy(() -> hosts.watch("www.example.com").subscribe(null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void subscribersAreServedEachByItself() {
    Listener second = new Listener();
    second.demand = 1;
    watch(Long.MAX_VALUE);
    hosts.watch("www.example.com").subscribe(second);
    passTo(1);
    listener.subscription.cancel();
    serve("www A " + TWO);
    passTo(100);
    second.subscription.request(1);
    passTo(101);

    assertThat(listener.heard()).containsExactly(ONE);
    assertThat(second.heard()).containsExactly(ONE, TWO);
  }

  @Test
  void closingTheResolverIsTheEnd() {
    watch(Long.MAX_VALUE);
    passTo(1);
    resolver.close();
    internet.threads().run();

    assertThat(listener.errors)
        .singleElement()
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Closed.class));
    assertThat(internet.threads().isIdle()).isTrue();
  }

  @Test
  void threadThatIsInterruptedIsTheEnd() {
    watch(Long.MAX_VALUE);
    passTo(1);
    internet.threads().close();

    assertThat(listener.errors).singleElement().isInstanceOf(InterruptedException.class);
  }

  @Test
  void executorThatRefusesIsSignalledAfterTheSubscription() {
    HostResolver refusing =
        HostResolver.over(resolver)
            .executor(task -> {
              throw new RejectedExecutionException("full");
            })
            .build();
    refusing.watch("www.example.com").subscribe(listener);

    assertThat(listener.errors).singleElement().isInstanceOf(RejectedExecutionException.class);
  }

  private void watch(long demand) {
    listener.demand = demand;
    hosts.watch("www.example.com").subscribe(listener);
  }

  private void execute(Runnable task) {
    tasks++;
    internet.threads().execute(task);
  }

  private void passTo(long seconds) {
    internet.threads().advanceTo(Duration.ofSeconds(seconds).toNanos());
  }

  private void serve(String records) {
    internet
        .zone("example.com.")
        .at(SERVER)
        .text(
            """
            $TTL 60
            @       SOA ns hostmaster 1 1800 900 604800 60
            @       NS  ns
            ns      A   192.0.2.60
            """
                + records
                + "\n");
  }

  /** Notes what it hears, and that it never hears two things at once. */
  private static final class Listener implements Flow.Subscriber<AddressSet> {
    private final List<AddressSet> sets = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private Flow.Subscription subscription;
    private long demand;
    private boolean cancelsOnNext;
    private boolean asksOnNext;
    private boolean isHearing;

    /** The sets as text, such as {@code "192.0.2.80 stale"}. */
    private List<String> heard() {
      return sets.stream()
          .map(set -> text(set.addresses()) + (set.isStale() ? " stale" : ""))
          .toList();
    }

    private static String text(List<InetAddress> addresses) {
      Set<String> texts =
          addresses.stream().map(InetAddresses::toAddrString).collect(Collectors.toSet());
      return String.join(" ", texts);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      hear(() -> {
        assertThat(subscription).isNull();
        subscription = given;
        if (demand > 0) {
          given.request(demand);
        }
      });
    }

    @Override
    public void onNext(AddressSet set) {
      hear(() -> {
        sets.add(set);
        if (asksOnNext) {
          subscription.request(1);
        }
        if (cancelsOnNext) {
          subscription.cancel();
        }
      });
    }

    @Override
    public void onError(Throwable error) {
      hear(() -> errors.add(error));
    }

    @Override
    public void onComplete() {
      throw new AssertionError("a watch has no end of its own");
    }

    private void hear(Runnable what) {
      assertThat(isHearing).isFalse();
      assertThat(errors).isEmpty();
      isHearing = true;
      what.run();
      isHearing = false;
    }
  }
}
