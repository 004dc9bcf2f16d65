// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class PoliteTransportTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final LongAdder opened = new LongAdder();
  private final FakeClock clock = new FakeClock();
  private final PoliteTransport polite =
      new PoliteTransport(new CountingTransport(new Nowhere(), opened), 10, clock);

  @Test
  void aTurnTooLateForTheQueryIsNotTaken() throws IOException {
    polite.open(server(1), clock.nanos);
    polite.open(server(1), clock.nanos);

    assertThatThrownBy(() -> polite.open(server(1), clock.nanos + SECOND / 20))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(opened.sum()).isEqualTo(2);
  }

  @Test
  void turnsOfOneServerAreEvenlySpacedBeyondABurst() throws IOException {
    long start = clock.nanos;
    for (int i = 0; i < 22; i++) {
      polite.open(server(1), start + 60 * SECOND);
    }

    assertThat(clock.nanos - start).isEqualTo(2 * SECOND);
  }

  @Test
  void aPauseIsNotSavedUp() throws IOException {
    polite.open(server(1), clock.nanos);
    clock.nanos += 60 * SECOND;
    polite.open(server(1), clock.nanos);
    polite.open(server(1), clock.nanos);

    assertThatThrownBy(() -> polite.open(server(1), clock.nanos))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void serversDoNotWaitForEachOther() throws IOException {
    for (int i = 1; i < 100; i++) {
      polite.open(server(i), clock.nanos);
    }

    assertThat(opened.sum()).isEqualTo(99);
  }

  /** A clock that moves when somebody sleeps. */
  private static final class FakeClock implements PoliteTransport.Clock {
    private long nanos = Long.MAX_VALUE - SECOND; // overflows on its way, as System.nanoTime may

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void sleep(long duration) {
      nanos += Math.max(0, duration);
    }
  }

  private static InetSocketAddress server(int number) throws UnknownHostException {
    return new InetSocketAddress(
        InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number}), 53);
  }

  /** Opens conversations with nobody. */
  private static final class Nowhere implements Transport {
    @Override
    public Protocol protocol() {
      return Protocol.UDP;
    }

    @Override
    public Conversation open(InetSocketAddress server, long deadlineNanos) {
      return new Conversation() {
        @Override
        public void send(byte[] message) {}

        @Override
        public byte[] receive(long deadline) throws IOException {
          throw new SocketTimeoutException();
        }

        @Override
        public void close() {}
      };
    }
  }
}
