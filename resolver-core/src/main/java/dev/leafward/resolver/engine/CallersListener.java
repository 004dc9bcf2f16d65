// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a caller's listener hear a resolution, and no more than that.
 *
 * <p>What the listener throws is logged and goes no further, as the work may be shared with others;
 * and it hears nothing once the caller has its answer or has left, though the work may go on.
 */
final class CallersListener implements ResolutionListener {

  private static final Logger LOG = LoggerFactory.getLogger(CallersListener.class);

  private final ResolutionListener listener;
  private final AtomicBoolean listening;

  private CallersListener(ResolutionListener listener, AtomicBoolean listening) {
    this.listener = listener;
    this.listening = listening;
  }

  CallersListener(ResolutionListener listener) {
    this(listener, new AtomicBoolean(true));
  }

  /** Ends the hearing, here and in all child lookups. */
  void leave() {
    listening.set(false);
  }

  @Override
  public void step(Step step) {
    if (listening.get()) {
      try {
        listener.step(step);
      } catch (RuntimeException e) {
        LOG.warn("a resolution listener failed; the resolution goes on", e);
      }
    }
  }

  @Override
  public ResolutionListener lookup(Question question) {
    if (listening.get()) {
      try {
        return new CallersListener(listener.lookup(question), listening);
      } catch (RuntimeException e) {
        LOG.warn("a resolution listener failed; it hears nothing of a lookup", e);
      }
    }
    return SILENT;
  }
}
