// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;

/**
 * How much of one question has been shown so far, and how much is shown next (RFC 9156 section 3).
 *
 * <p>At most {@link #MOST_STEPS} shortened questions are put: the first {@link #SINGLE_STEPS} show
 * one label more each, the others share out what is left (RFC 9156 section 2.3). Asking several
 * servers the same counts once. No step ends at a label with an underscore below a registered name:
 * service names hardly ever are zones of their own.
 *
 * <p>The servers of the root and of a zone directly below it see the full question only if each of
 * them failed on the shortened one; others at the first error.
 */
final class Disclosure {

  static final int MOST_STEPS = 10;
  static final int SINGLE_STEPS = 4;

  private static final int LABELS_OF_REGISTERED_NAME = 2;

  private final QnameMinimiser minimiser;
  private final Question question;
  private DomainName zone = DomainName.ROOT;

  /** Labels of the name down to which the servers of the zone are known to have no cut. */
  private int uncutLabels;

  /** Labels of the step that is being asked; 0 before the first one. */
  private int stepLabels;

  private int steps;
  private boolean full;

  Disclosure(QnameMinimiser minimiser, Question question) {
    this.minimiser = minimiser;
    this.question = question;
    this.full = minimiser.mode() == QnameMinimisation.OFF;
  }

  /** The question to put to the servers of a zone. */
  Question step(ZoneCut cut) {
    if (!question.name().isAtOrBelow(cut.zone())) {
      throw new IllegalArgumentException(question + " is not in " + cut.zone());
    }
    if (stepLabels == 0 || !cut.zone().equals(zone)) {
      enter(cut.zone());
    }
    return stepLabels < question.name().labelCount()
        ? new Question(question.name().suffix(stepLabels), RRType.A, question.rrClass())
        : question;
  }

  private void enter(DomainName deeper) {
    zone = deeper;
    uncutLabels = deeper.labelCount();
    full = minimiser.mode() == QnameMinimisation.OFF;
    lengthen();
  }

  /** True if this is not the question itself but a step on the way to it. */
  boolean isShortened(Question asked) {
    return !asked.equals(question);
  }

  /** Goes on from a step at which the zone's servers have no cut. */
  void goOn(Outcome said) {
    DomainName name = question.name().suffix(stepLabels);
    minimiser.remember(name, zone, said);
    uncutLabels = stepLabels;
    lengthen();
  }

  /** Shows the servers of this zone everything from now on. */
  void showAll() {
    full = true;
    lengthen();
  }

  /** Whether an error on a shortened question is a reason to show everything at once. */
  boolean fallsBackAtOnce() {
    return minimiser.mode() == QnameMinimisation.RELAXED
        && zone.labelCount() >= LABELS_OF_REGISTERED_NAME;
  }

  /** Whether everything may still be shown to the servers of a zone, which have all failed. */
  boolean canFallBack(ZoneCut cut) {
    return minimiser.mode() == QnameMinimisation.RELAXED
        && !full
        && stepLabels > 0
        && zone.equals(cut.zone())
        && stepLabels < question.name().labelCount();
  }

  private void lengthen() {
    int all = question.name().labelCount();
    while (!full
        && uncutLabels + 1 < all
        && minimiser.isKnownUncut(question.name().suffix(uncutLabels + 1), zone)) {
      uncutLabels++;
    }
    stepLabels = full || steps == MOST_STEPS ? all : Math.min(all, uncutLabels + stride(all));
    while (stepLabels < all && isServiceName(question.name().suffix(stepLabels))) {
      stepLabels++;
    }
    if (stepLabels < all) {
      steps++;
    }
  }

  private int stride(int all) {
    return steps < SINGLE_STEPS
        ? 1
        : Math.max(1, Math.ceilDiv(all - uncutLabels, MOST_STEPS - steps + 1));
  }

  private boolean isServiceName(DomainName name) {
    return zone.labelCount() >= LABELS_OF_REGISTERED_NAME && name.label(0)[0] == '_';
  }
}
