// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import java.io.IOException;
import java.time.Duration;

/** Waits, then sends; gives up quietly if the server or the client has left meanwhile. */
record DelayedSend(Duration delay, Send send) implements Runnable {

  @FunctionalInterface
  interface Send {
    void run() throws IOException;
  }

  @Override
  public void run() {
    try {
      Thread.sleep(delay);
      send.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The client has left, or the listener was closed: either way nobody is there to be told.
      return;
    }
  }
}
