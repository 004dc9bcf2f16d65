// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What one question of a caller may cost, however it is spent. */
class BudgetTest {

  private static final ResolverLimits LIMITS =
      ResolverLimits.DEFAULT.toBuilder().sends(3).receivedOctets(1_000).build();

  private final Budget budget = Budget.open(LIMITS, new Standstill(), Duration.ofSeconds(7));

  /** Time that does not pass. */
  private static final class Standstill implements Time {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public Instant wallClock() {
      return Instant.EPOCH;
    }

    @Override
    public boolean await(CompletableFuture<?> event, long deadlineNanos) {
      return event.isDone();
    }
  }

  private static void assertReached(ThrowingCallable spending, String limit, long value) {
    assertThatThrownBy(spending)
        .isInstanceOfSatisfying(
            UnresolvableException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.LimitReached(limit, value)));
  }

  @Test
  void paysForAsManyMessagesAsItMay() throws Exception {
    budget.spendSend();
    budget.child().spendSend();
    budget.spendSend();

    assertReached(budget::spendSend, "queries to servers", 3);
    assertReached(budget.child()::spendSend, "queries to servers", 3);
  }

  @Test
  void paysForAsManyOctetsAsItMay() throws Exception {
    budget.spendReceived(999);
    budget.child().spendReceived(1);
    budget.spendSend();

    assertReached(() -> budget.spendReceived(1), "octets received", 1_000);
  }

  @Test
  void sendsNothingMoreOnceTooMuchWasReceived() throws Exception {
    Budget child = budget.child();

    assertReached(() -> child.spendReceived(1_001), "octets received", 1_000);

    assertReached(budget::spendSend, "octets received", 1_000);
    assertReached(budget.child()::spendSend, "octets received", 1_000);
  }
}
