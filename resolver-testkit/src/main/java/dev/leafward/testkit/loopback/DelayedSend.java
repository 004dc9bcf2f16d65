// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Waits, then sends; gives up quietly if the server or the client has left meanwhile. */
record DelayedSend(Duration delay, Send send) implements Runnable {

  @FunctionalInterface
  interface Send {
    void run() throws IOException;
  }

  /**
   * Begins to wait, in a task of its own.
   *
   * @throws ClosedChannelException if the network is closing: its executor takes tasks without
   *     bound until then, and the sockets are closed before it is shut down
   */
  void startOn(Executor tasks) throws ClosedChannelException {
    try {
      tasks.execute(this);
    } catch (RejectedExecutionException e) {
      ClosedChannelException closed = new ClosedChannelException();
      closed.initCause(e);
      throw closed;
    }
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
