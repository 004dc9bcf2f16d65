// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.spi.Time;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A configuration that is read again from time to time, while somebody asks for it. */
final class PolledConfiguration implements ConfigurationSource {

  private final SystemReader reader;
  private final Time time;
  private final long intervalNanos;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Reading last;

  PolledConfiguration(Machine machine, Time time) {
    this.reader = new SystemReader(machine);
    this.time = time;
    this.intervalNanos = reader.interval().toNanos();
  }

  @Override
  public SystemConfiguration current() {
    Reading known = last;
    if (known != null && (known.isFresh(time.nanos()) || !reading.tryLock())) {
      return known.configuration();
    }
    if (known == null) {
      reading.lock();
    }
    try {
      return read(time.nanos());
    } finally {
      reading.unlock();
    }
  }

  /** Whoever waited for the lock may find the work done. */
  private SystemConfiguration read(long now) {
    Reading known = last;
    if (known != null && known.isFresh(now)) {
      return known.configuration();
    }
    SystemConfiguration configuration = reader.read();
    last = new Reading(configuration, now + intervalNanos);
    return configuration;
  }

  /**
   * What was read.
   *
   * @param untilNanos when to read again
   */
  private record Reading(SystemConfiguration configuration, long untilNanos) {

    boolean isFresh(long now) {
      return untilNanos - now > 0;
    }
  }
}
