// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the steps of one lookup for its explanation, and passes them on to an audience as they
 * happen. Safe for use by several threads: who opened a lookup may leave before it ends.
 */
final class Recorder implements ResolutionListener {

  private final Question question;
  private final ResolutionListener audience;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Step> steps = new ArrayList<>();

  Recorder(Question question, ResolutionListener audience) {
    this.question = question;
    this.audience = audience;
  }

  @Override
  public void step(Step step) {
    lock.lock();
    try {
      steps.add(step);
    } finally {
      lock.unlock();
    }
    audience.step(step);
  }

  @Override
  public ResolutionListener lookup(Question needed) {
    return audience.lookup(needed);
  }

  /** A recorder for a lookup that this one needs. */
  Recorder child(Question needed) {
    return new Recorder(needed, lookup(needed));
  }

  /** What the servers did that were asked in vain until now. */
  List<Failure.Attempt> vainAttempts() {
    return explanation("").exchanges().filter(Recorder::isInVain).map(Recorder::attempt).toList();
  }

  private static boolean isInVain(Step.Exchange exchange) {
    return switch (exchange.verdict()) {
      case LAME, UNUSABLE, TRUNCATED, RETRIED, NO_REPLY -> true;
      case ANSWERED, ALIAS, NO_DATA, NO_SUCH_NAME, REFERRAL -> false;
    };
  }

  private static Failure.Attempt attempt(Step.Exchange exchange) {
    return new Failure.Attempt(
        exchange.serverName(),
        exchange.server(),
        exchange.port(),
        exchange.detail() + " over " + exchange.protocol(),
        exchange.reply().isPresent());
  }

  /** The steps until now, with what they came to. */
  Explanation explanation(String result) {
    lock.lock();
    try {
      return new Explanation(question, steps, result);
    } finally {
      lock.unlock();
    }
  }
}
