// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few encoders ready for {@link MessageCodec}, whose callers have none of their own.
 *
 * <p>A message's size is known when it is written, so that whoever wants an array needs a buffer
 * first, and a table for its names; a new one of each made half of the cost.
 *
 * <p>An encoder belongs to whoever has taken it, and nothing of a message stays in it. Threads have
 * places of their own, as far as these go, rather than variables of their own: a virtual thread
 * would not live long enough to use one twice. At most {@value #PLACES} encoders are kept, of which
 * none has room for more than {@value #MAX_ROOM} octets.
 */
final class SpareEncoders {
  private static final int PLACES = 16;
  private static final int MAX_ROOM = 8192;

  /** So that the places of two threads are on different cache lines. */
  private static final int SPACING = 16;

  private static final AtomicReferenceArray<@Nullable MessageEncoder> SPARE =
      new AtomicReferenceArray<>(PLACES * SPACING);

  private SpareEncoders() {}

  /** Returns an encoder that nobody else has. */
  static MessageEncoder take() {
    MessageEncoder spare = SPARE.getAndSet(place(), null);
    return spare == null ? new MessageEncoder() : spare;
  }

  /** Takes an encoder back, which the caller must not use any longer. */
  static void give(MessageEncoder encoder) {
    if (encoder.room() <= MAX_ROOM) {
      SPARE.setRelease(place(), encoder);
    }
  }

  private static int place() {
    return ((int) Thread.currentThread().threadId() & (PLACES - 1)) * SPACING;
  }
}
