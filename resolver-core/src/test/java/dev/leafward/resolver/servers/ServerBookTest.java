// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import static dev.leafward.resolver.servers.ServerFailure.BROKE_CONNECTION;
import static dev.leafward.resolver.servers.ServerFailure.NO_ROUTE;
import static dev.leafward.resolver.servers.ServerFailure.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.cache.FakeTime;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerBookTest {

  private static final InetAddress SERVER = InetAddresses.forString("192.0.2.53");
  private static final InetAddress IPV6 = InetAddresses.forString("2001:db8::53");

  private final FakeTime time = new FakeTime();
  private final ServerBook book = new ServerBook(time, new Random(1), 10_000);

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private boolean isFamilyDoubtful(InetAddress address) {
    return book.familyHealth(address).isDoubtful(time.nanos());
  }

  @Test
  void whatOthersLearnMeanwhileIsNotLost() {
    book.learn(
        SERVER,
        known -> {
          if (!known.overTcp()) {
            book.learn(SERVER, Traits::hearingOnlyTcp);
          }
          return known.ignorantOfEdns();
        });
    assertThat(book.traits(SERVER).overTcp()).isTrue();
    assertThat(book.traits(SERVER).withoutEdns()).isTrue();
  }

  @Nested
  class OfAnAddress {

    @Test
    void nothingIsKnownAtFirst() {
      assertThat(book.standings().of(SERVER).known()).isFalse();
      assertThat(book.timeoutNanos(SERVER)).isEqualTo(millis(400));
    }

    @Test
    void theFirstReplyTellsTheRoundTrip() {
      book.replied(SERVER, millis(80));
      assertThat(book.standings().of(SERVER).expectedNanos()).isEqualTo(millis(80));
      assertThat(book.timeoutNanos(SERVER)).isEqualTo(millis(80 + 4 * 40));
    }

    @Test
    void steadyRepliesBringTheTimeoutDownToTheLeastOne() {
      for (int i = 0; i < 50; i++) {
        book.replied(SERVER, millis(5));
      }
      assertThat(book.timeoutNanos(SERVER)).isEqualTo(millis(60));
    }

    @Test
    void theAverageFollowsSlowly() {
      book.replied(SERVER, millis(100));
      book.replied(SERVER, millis(500));
      assertThat(book.standings().of(SERVER).expectedNanos()).isEqualTo(millis(150));
    }

    @Test
    void eachFailureDoublesTheTimeoutUpToABound() {
      book.failed(SERVER, TIMED_OUT);
      assertThat(book.timeoutNanos(SERVER)).isEqualTo(millis(800));
      book.failed(SERVER, TIMED_OUT);
      assertThat(book.timeoutNanos(SERVER)).isEqualTo(millis(1600));
      for (int i = 0; i < 1000; i++) {
        book.failed(SERVER, TIMED_OUT);
      }
      assertThat(book.timeoutNanos(SERVER)).isEqualTo(millis(10_000));
    }

    @Test
    void aQuickServerThatFailsIsWorseThanAnUnknownOne() {
      book.replied(SERVER, millis(1));
      book.failed(SERVER, TIMED_OUT);
      assertThat(book.standings().of(SERVER).expectedNanos()).isEqualTo(millis(400));
    }

    @Test
    void aReplyMakesUpForAllFailures() {
      book.replied(SERVER, millis(30));
      book.failed(SERVER, TIMED_OUT);
      book.failed(SERVER, BROKE_CONNECTION);
      book.replied(SERVER, millis(30));
      assertThat(book.standings().of(SERVER).expectedNanos()).isEqualTo(millis(30));
    }

    @Test
    void failuresAreForgivenAsTimePasses() {
      book.replied(SERVER, millis(30));
      for (int i = 0; i < 1000; i++) {
        book.failed(SERVER, TIMED_OUT);
      }
      time.passSeconds(60);
      assertThat(book.standings().of(SERVER).expectedNanos()).isEqualTo(millis(30));
    }

    @Test
    void itIsForgottenAfterAQuarterOfAnHour() {
      book.replied(SERVER, millis(30));
      time.passSeconds(15 * 60 + 1);
      assertThat(book.standings().of(SERVER).known()).isFalse();
    }

    @Test
    void anAbsurdRoundTripIsTakenForALongOne() {
      book.replied(SERVER, Long.MAX_VALUE);
      book.replied(IPV6, -5);
      assertThat(book.standings().of(SERVER).expectedNanos()).isEqualTo(millis(10_000));
      assertThat(book.standings().of(IPV6).expectedNanos()).isEqualTo(1);
    }
  }

  @Test
  void remembersNoMoreAddressesThanItMay() {
    ServerBook small = new ServerBook(time, new Random(1), 100);
    for (int i = 0; i < 5_000; i++) {
      small.replied(InetAddresses.fromInteger(0x0A000000 + i), millis(10));
    }
    assertThat(small.addresses()).isBetween(1L, 100L);
  }

  @Nested
  class OfAFamily {

    @Test
    void nothingIsDoubtedAtFirst() {
      assertThat(isFamilyDoubtful(SERVER)).isFalse();
      assertThat(isFamilyDoubtful(IPV6)).isFalse();
    }

    @Test
    void oneMissingRouteRaisesDoubtForHalfAMinute() {
      book.failed(IPV6, NO_ROUTE);
      assertThat(isFamilyDoubtful(IPV6)).isTrue();
      assertThat(isFamilyDoubtful(SERVER)).isFalse();
      time.passSeconds(30);
      assertThat(isFamilyDoubtful(IPV6)).isFalse();
    }

    @Test
    void threeSilencesInARowRaiseDoubtWhicheverServersKeptThem() {
      book.failed(IPV6, TIMED_OUT);
      book.failed(InetAddresses.forString("2001:db8::54"), TIMED_OUT);
      assertThat(isFamilyDoubtful(IPV6)).isFalse();
      book.failed(InetAddresses.forString("2001:db8::55"), TIMED_OUT);
      assertThat(isFamilyDoubtful(IPV6)).isTrue();
    }

    @Test
    void aReplyInBetweenBeginsTheCountAnew() {
      book.failed(IPV6, TIMED_OUT);
      book.failed(IPV6, TIMED_OUT);
      book.replied(IPV6, millis(10));
      book.failed(IPV6, TIMED_OUT);
      assertThat(isFamilyDoubtful(IPV6)).isFalse();
    }

    @Test
    void aReplyEndsTheDoubt() {
      book.failed(IPV6, NO_ROUTE);
      book.replied(IPV6, millis(10));
      assertThat(isFamilyDoubtful(IPV6)).isFalse();
    }

    @Test
    void oneMoreFailureRenewsTheDoubt() {
      book.failed(IPV6, NO_ROUTE);
      time.passSeconds(31);
      book.failed(IPV6, TIMED_OUT);
      assertThat(isFamilyDoubtful(IPV6)).isTrue();
    }

    @Test
    void aBrokenConnectionShowsThatTheNetworkWorks() {
      book.failed(IPV6, TIMED_OUT);
      book.failed(IPV6, TIMED_OUT);
      book.failed(IPV6, BROKE_CONNECTION);
      book.failed(IPV6, TIMED_OUT);
      assertThat(isFamilyDoubtful(IPV6)).isFalse();
    }

    @Test
    void oneMissingRouteBesideFreshRepliesIsThatAddressOnly() {
      book.replied(SERVER, millis(10));
      book.failed(InetAddresses.forString("198.51.100.1"), NO_ROUTE);
      assertThat(isFamilyDoubtful(SERVER)).isFalse();
    }

    @Test
    void itIsNotSuspectForNotHavingRepliedYet() {
      book.replied(SERVER, millis(10));
      assertThat(book.isFamilySuspect(IPV6)).isFalse();
    }

    @Test
    void itIsSuspectAfterDoubtUntilItReplies() {
      book.replied(SERVER, millis(10));
      book.replied(IPV6, millis(10));
      time.passSeconds(10);
      book.failed(IPV6, NO_ROUTE);
      time.passSeconds(60);
      assertThat(book.isFamilySuspect(IPV6)).isTrue();
      book.replied(IPV6, millis(10));
      assertThat(book.isFamilySuspect(IPV6)).isFalse();
    }

    @Test
    void neitherIsSuspectWhenBothAreInDoubt() {
      book.failed(IPV6, NO_ROUTE);
      book.failed(SERVER, NO_ROUTE);
      assertThat(book.isFamilySuspect(IPV6)).isFalse();
      assertThat(book.isFamilySuspect(SERVER)).isFalse();
    }
  }
}
