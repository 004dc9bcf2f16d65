// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Time;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Servers from whose addresses came what answers no query: somebody may be guessing ports or IDs.
 *
 * <p>A late reply looks the same, and anybody can send under any address. So suspicion costs the
 * server nothing: its queries merely go out from fresh sockets for a while. Memory is bounded;
 * whoever tries to have a server forgotten by naming thousands of others makes all suspect.
 */
final class Suspects {

  private static final long SUSPICION_NANOS = Duration.ofSeconds(60).toNanos();
  private static final int ROOM = 1024;

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<InetAddress, Long> untilNanos = new HashMap<>();
  private volatile boolean any;
  private @Nullable Long allUntilNanos;

  Suspects(Time time) {
    this.time = time;
  }

  void add(InetAddress server) {
    long now = time.nanos();
    lock.lock();
    try {
      if (untilNanos.size() >= ROOM && !untilNanos.containsKey(server)) {
        untilNanos.values().removeIf(until -> until - now <= 0);
      }
      if (untilNanos.size() < ROOM || untilNanos.containsKey(server)) {
        untilNanos.put(server, now + SUSPICION_NANOS);
      } else {
        allUntilNanos = now + SUSPICION_NANOS;
      }
      any = true;
    } finally {
      lock.unlock();
    }
  }

  boolean contains(InetAddress server) {
    if (!any) {
      return false;
    }
    long now = time.nanos();
    lock.lock();
    try {
      if (allUntilNanos != null && allUntilNanos - now > 0) {
        return true;
      }
      Long until = untilNanos.get(server);
      return until != null && until - now > 0;
    } finally {
      lock.unlock();
    }
  }
}
