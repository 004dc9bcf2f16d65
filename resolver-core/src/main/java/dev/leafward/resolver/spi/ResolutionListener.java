// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.Question;

/**
 * Watches one resolution as it happens.
 *
 * <p>A lookup that needs another lookup announces it by {@link #lookup}, whose result listens to
 * the child: so what is heard is a tree. The methods are called from the threads that do the work,
 * one at a time, and should return quickly; what they throw is logged and goes no further. Nothing
 * is heard once the caller has its answer.
 */
public interface ResolutionListener {

  /** Hears nothing. */
  ResolutionListener SILENT =
      new ResolutionListener() {
        @Override
        public void step(Step step) {}

        @Override
        public ResolutionListener lookup(Question question) {
          return this;
        }
      };

  /** A step was taken. Finished child lookups come as {@link Step.SubLookup}, too. */
  void step(Step step);

  /**
   * A lookup begins that this one needs.
   *
   * @return the child's listener
   */
  ResolutionListener lookup(Question question);
}
