// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.loopback;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits, then sends; gives up quietly if the server or the client has left meanwhile. */
record DelayedSend(Duration delay, Send send, Consumer<Throwable> onFailure) implements Runnable {

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
    } catch (ClosedChannelException | SocketException e) {
      return;
    } catch (IOException e) {
      onFailure.accept(e);
    }
  }
}
