// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes lines in the order of their places, whatever the order in which they come: so that the
 * output stands beside the input line by line, and says by its length how far it got.
 *
 * <p>What comes early is kept until its turn; so whoever begins with a place far ahead of the
 * others has to wait, and what is kept is bounded. Safe for use by many threads.
 */
final class OrderedOutput {
  private final Appendable out;
  private final Semaphore places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, String> early = new HashMap<>();
  private long next;

  /**
   * An output whose first place is 0.
   *
   * @param mostAhead how many places may be begun and not yet written
   */
  OrderedOutput(Appendable out, int mostAhead) {
    this.out = out;
    this.places = new Semaphore(mostAhead);
  }

  /** Waits until one more place may be begun. Each call is paid back by one {@link #write}. */
  void begin() throws InterruptedException {
    places.acquire();
  }

  /**
   * Writes the line of a place, now or in its turn.
   *
   * @throws IOException if it cannot be written
   */
  void write(long place, String line) throws IOException {
    lock.lock();
    try {
      early.put(place, line);
      for (String ready = early.remove(next); ready != null; ready = early.remove(next)) {
        out.append(ready).append('\n');
        next++;
        places.release();
      }
    } finally {
      lock.unlock();
    }
  }
}
