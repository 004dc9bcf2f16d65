// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import static java.util.Objects.requireNonNull;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.exchange.ExchangeResult;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many questions may be with the servers of one zone at once, if these do not keep up.
 *
 * <p>Random names below a zone are in no cache, and where its servers are silent each would hold
 * sockets and time (water torture). So a zone has few places to begin with. Each question that gets
 * a reply while half of them are taken makes one more, each that gets none takes four back: a zone
 * that replies, such as {@code com} in a walk of thousands of names, has places for all within a
 * few round trips, and one that is dead or drowning has the first ones alone. Who finds no place
 * waits in line until the own time is up.
 *
 * <p>Nobody who has a place waits for anything but the network, so that nobody waits in a circle.
 * Nothing is remembered of a zone that nobody is asking. Safe for use by many threads.
 */
final class ZonePlaces {

  /** A zone that keeps up gets so many times the places that it begins with. */
  private static final int MOST_TIMES = 16;

  /** So many replies make up for one question without any. */
  private static final int COST_OF_SILENCE = 4;

  private static final Turn AT_ONCE = Turn.given();

  private final int first;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<DomainName, Zone> zones = new HashMap<>();

  /**
   * Places for all zones.
   *
   * @param first how many a zone has to begin with, and at least
   */
  ZonePlaces(int first) {
    this.first = first;
    this.most = (int) Math.min(Integer.MAX_VALUE, (long) MOST_TIMES * first);
  }

  /** One zone that is being asked; guarded by the lock. Nobody is in line where nobody asks. */
  private final class Zone {
    private int places = first;
    private int taken;
    private final Set<Turn> line = new LinkedHashSet<>();

    boolean hasRoom() {
      return taken < places;
    }

    void leave(int change) {
      if (change < 0 || taken > places / 2) {
        places = Math.clamp((long) places + change, first, most);
      }
      taken--;
    }

    /** Gives free places to the first in line. */
    void callUp(List<Turn> called) {
      Iterator<Turn> first = line.iterator();
      while (hasRoom() && first.hasNext()) {
        called.add(first.next());
        first.remove();
        taken++;
      }
    }
  }

  /** A place in line, which becomes a place at the servers. */
  private static final class Turn {
    private final CompletableFuture<Void> event = new CompletableFuture<>();

    static Turn given() {
      Turn turn = new Turn();
      turn.event.complete(null);
      return turn;
    }
  }

  /** One question's visits to the servers of one zone after the other. Used by one thread. */
  final class Visit implements AutoCloseable {
    private DomainName zone = DomainName.ROOT;
    private @Nullable Turn turn;
    private int change;

    private Visit() {}

    /** Gets into line at a zone, unless it is there; true if that gives a place at once. */
    boolean enter(DomainName visited) {
      if (turn == null) {
        zone = visited;
        turn = claim(visited);
      }
      return turn.event.isDone();
    }

    /**
     * Waits in line for the place.
     *
     * @throws UnresolvableException if there is none before the budget's time is up, or the thread
     *     was interrupted
     */
    void awaitTurn(Budget budget) throws UnresolvableException {
      try {
        if (!budget.awaitUntil(requireNonNull(turn).event, budget.workDeadlineNanos())) {
          throw UnresolvableException.ofTheMoment(
              new Failure.LimitReached("questions at once to the servers of " + zone, first));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UnresolvableException(new Failure.Interrupted());
      }
    }

    /** Notes whether the servers replied to what was sent to them last. */
    void heard(ExchangeResult result) {
      if (result.wasSent()) {
        change = result.reply() == null ? -COST_OF_SILENCE : 1;
      }
    }

    /** Gives the place back, or leaves the line. */
    @Override
    public void close() {
      if (turn != null) {
        giveBack(zone, turn, change);
        turn = null;
        change = 0;
      }
    }
  }

  /** The visits of a question, which is nowhere yet. */
  Visit visit() {
    return new Visit();
  }

  private Turn claim(DomainName name) {
    lock.lock();
    try {
      Zone zone = zones.computeIfAbsent(name, absent -> new Zone());
      if (zone.hasRoom() && zone.line.isEmpty()) {
        zone.taken++;
        return AT_ONCE;
      }
      Turn turn = new Turn();
      zone.line.add(turn);
      return turn;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(DomainName name, Turn turn, int change) {
    List<Turn> next = new ArrayList<>();
    lock.lock();
    try {
      Zone zone = requireNonNull(zones.get(name));
      if (!zone.line.remove(turn)) {
        zone.leave(change);
        zone.callUp(next);
      }
      if (zone.taken == 0) {
        zones.remove(name);
      }
    } finally {
      lock.unlock();
    }
    next.forEach(each -> each.event.complete(null));
  }
}
