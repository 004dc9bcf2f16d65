// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Has many threads look up one name, and interrupts all of them but one. */
public final class InterruptedLookups {

  private InterruptedLookups() {}

  /**
   * Prints how many have found it, and how many were still interrupted then.
   *
   * @param arguments how many, and the name
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    AtomicInteger found = new AtomicInteger();
    AtomicInteger interrupted = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(
          Thread.ofVirtual()
              .unstarted(() -> {
                try {
                  InetAddress.getByName(arguments[1]);
                  found.incrementAndGet();
                } catch (UnknownHostException e) {
                  System.out.println(e.getMessage() + " <- " + e.getCause());
                }
                interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
              }));
    }
    for (Thread thread : threads.subList(1, count)) {
      thread.start();
      thread.interrupt();
    }
    threads.getFirst().start();
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("found " + found + ", interrupted " + interrupted);
  }
}
