// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.LeafwardInet;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Looks many names up at once, each in a virtual thread, and prints how often one was pinned. */
public final class ManyThreads {

  private static final String PINNED = "jdk.VirtualThreadPinned";

  private ManyThreads() {}

  /**
   * Prints how many names were found, and how many pinnings were recorded.
   *
   * @param arguments how many, the domain, and how many milliseconds a pinning takes at least
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    String domain = arguments[1];
    // Whatever is loaded and initialised once is no matter of the lookups.
    long warm = found(200, "warm", domain);
    Path file = Files.createTempFile("pinned", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ofMillis(Long.parseLong(arguments[2])));
      recording.start();
      System.out.println("found " + found(count, "host", domain) + ", warm " + warm);
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    List<RecordedEvent> pinned =
        events.stream().filter(event -> event.getEventType().getName().equals(PINNED)).toList();
    pinned.forEach(System.err::println);
    Files.delete(file);
    System.out.println("pinned " + pinned.size());
    System.out.println("reentries " + LeafwardInet.probe().reentries());
  }

  private static long found(int count, String prefix, String domain) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<InetAddress>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = prefix + i + "." + domain;
        all.add(threads.submit(() -> InetAddress.getByName(name)));
      }
      for (Future<InetAddress> each : all) {
        each.get();
      }
      return all.size();
    }
  }
}
