// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.net.PooledUdpTransport;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Records the message IDs and source ports of a resolver's queries at a name server on loopback,
 * and says how evenly they were drawn.
 */
public final class UpstreamPorts {

  private static final String USAGE = "arguments: QUERIES";
  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Question QUESTION = new Question(DomainName.of("n.example"), RRType.A);
  private static final String HINTS =
      """
      . 3600000 IN NS a.root.example.
      a.root.example. 3600000 IN A 198.51.100.1
      """;

  private UpstreamPorts() {}

  /** Measures both kinds of sockets, with so many queries each. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(USAGE);
    }
    int queries = Integer.parseInt(arguments[0]);
    System.out.println("FRESH: " + ofResolver(queries));
    System.out.println("POOLED: " + ofPool(queries));
  }

  static PairStatistics ofPool(int queries) throws IOException, InterruptedException {
    SystemTime time = new SystemTime();
    RandomGenerator random = new SecureRandom();
    try (PortRecorder recorder = new PortRecorder(queries);
        PooledUdpTransport pool =
            new PooledUdpTransport(time, ResolverLimits.DEFAULT.udpSockets())) {
      InetSocketAddress server = recorder.address();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        threads.add(
            Thread.startVirtualThread(() -> {
              while (recorder.recorded() < queries) {
                exchange(pool, server, random.nextInt(PairStatistics.IDS), time);
              }
            }));
      }
      for (Thread each : threads) {
        each.join();
      }
      return recorder.statistics();
    }
  }

  private static void exchange(
      PooledUdpTransport pool, InetSocketAddress server, int id, SystemTime time) {
    long deadline = time.nanos() + PATIENCE.toNanos();
    try (Conversation conversation = pool.open(server, deadline)) {
      conversation.send(MessageCodec.encode(Message.query(QUESTION).id(id).build()));
      conversation.receive(deadline);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static PairStatistics ofResolver(int queries)
      throws IOException, TextFormatException, InterruptedException {
    try (PortRecorder recorder = new PortRecorder(queries)) {
      InetSocketAddress server = recorder.address();
      try (Resolver resolver = Resolver.recursive().hints(HINTS).route(any -> server).build()) {
        AtomicInteger next = new AtomicInteger();
        LongAdder unanswered = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          threads.add(
              Thread.startVirtualThread(() -> ask(resolver, recorder, next, unanswered, queries)));
        }
        for (Thread each : threads) {
          each.join();
        }
        if (unanswered.sum() > 0) {
          System.err.println(unanswered.sum() + " questions without an answer");
        }
      }
      return recorder.statistics();
    }
  }

  private static void ask(
      Resolver resolver,
      PortRecorder recorder,
      AtomicInteger next,
      LongAdder unanswered,
      int queries) {
    while (recorder.recorded() < queries) {
      try {
        resolver.resolve("n" + next.getAndIncrement(), RRType.A);
      } catch (ResolutionException e) {
        // On a machine that is busy with other things; what was sent was recorded.
        unanswered.increment();
      }
    }
  }
}
