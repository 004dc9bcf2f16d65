// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.LeafwardInet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.consumer.RecordingStream;

/** Looks names up while the Flight Recorder runs, and prints what it has recorded of them. */
public final class ShadowProgram {

  private ShadowProgram() {}

  /**
   * Prints a line for each event.
   *
   * @param names what to look up
   */
  public static void main(String[] names) throws Exception {
    CountDownLatch recorded = new CountDownLatch(names.length);
    try (RecordingStream events = new RecordingStream()) {
      events.enable("dev.leafward.ShadowLookup");
      events.onEvent(
          "dev.leafward.ShadowLookup",
          event -> {
            System.out.println(
                String.join(
                    "|",
                    List.of(
                        event.getString("host"),
                        event.getString("verdict"),
                        event.getString("jdkAnswer"),
                        event.getString("leafwardAnswer"))));
            recorded.countDown();
          });
      events.startAsync();
      for (String name : names) {
        lookUp(name);
      }
      recorded.await();
    }
    System.out.println(LeafwardInet.shadowFigures().orElseThrow());
    System.out.println(LeafwardInet.probe());
  }

  private static void lookUp(String name) {
    try {
      System.out.println(InetAddress.getByName(name));
    } catch (UnknownHostException e) {
      System.out.println("unknown " + name);
    }
  }
}
