// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Starts a virtual thread that looks a name up for which no answer comes, and a second one; prints
 * what happens first.
 */
public final class OneCarrier {

  private OneCarrier() {}

  /**
   * Prints a line, and ends with the lookup perhaps under way still.
   *
   * @param arguments the name
   */
  public static void main(String[] arguments) throws Exception {
    List<String> events = new CopyOnWriteArrayList<>();
    CountDownLatch ran = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          try {
            events.add("found " + InetAddress.getByName(arguments[0]));
          } catch (UnknownHostException e) {
            events.add("the lookup has ended");
          }
        });
    Thread.ofVirtual()
        .start(() -> {
          events.add("the other thread runs");
          ran.countDown();
        });
    ran.await();
    System.out.println(events.getFirst());
  }
}
