// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.net.PooledUdpTransport;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.net.UdpTransport;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one exchange of datagrams costs over a fresh socket, and over one of the pool.
 *
 * <p>Many virtual threads each open a conversation, send, receive and close, again and again; the
 * echo runs in another process, so that the CPU time of this one is the resolver's side alone. The
 * two kinds take turns.
 */
public final class UpstreamSockets {

  private static final String USAGE = "arguments: ROUNDS SECONDS CONVERSATIONS";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int QUERY_OCTETS = 40;

  private final SystemTime time = new SystemTime();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final InetSocketAddress server;
  private final int conversations;
  private final long nanos;

  /** One round of one kind. */
  private record Figure(double perSecond, double cpuMicros, long lost) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,9.0f exchanges/s %6.1f us CPU each, %d lost", perSecond, cpuMicros, lost);
    }
  }

  private UpstreamSockets(InetSocketAddress server, int conversations, int seconds) {
    this.server = server;
    this.conversations = conversations;
    this.nanos = Duration.ofSeconds(seconds).toNanos();
  }

  /** Measures: so many rounds of so many seconds, with so many conversations at once. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(USAGE);
    }
    int rounds = Integer.parseInt(arguments[0]);
    Process echo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EchoServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(echo.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(out.readLine());
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      new UpstreamSockets(address, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[1]))
          .run(rounds);
    } finally {
      echo.destroy();
    }
  }

  private void run(int rounds) throws InterruptedException {
    List<Double> ratios = new ArrayList<>();
    try (PooledUdpTransport pool =
        new PooledUdpTransport(time, ResolverLimits.DEFAULT.udpSockets())) {
      UdpTransport fresh = new UdpTransport(time);
      for (int round = 0; round <= rounds; round++) {
        Figure one = measure(fresh);
        Figure other = measure(pool);
        String name = round == 0 ? "warming up" : "round " + round;
        System.out.println(name + ": fresh  " + one);
        System.out.println(name + ": pooled " + other);
        if (round > 0) {
          ratios.add(one.cpuMicros / other.cpuMicros);
        }
      }
    }
    System.out.println("CPU of a fresh one / CPU of a pooled one, by round: " + ratios);
  }

  private Figure measure(Transport transport) throws InterruptedException {
    LongAdder done = new LongAdder();
    LongAdder lost = new LongAdder();
    long start = time.nanos();
    long cpu = system.getProcessCpuTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < conversations; i++) {
      threads.add(Thread.startVirtualThread(() -> exchange(transport, start + nanos, done, lost)));
    }
    for (Thread each : threads) {
      each.join();
    }
    double micros = (system.getProcessCpuTime() - cpu) / 1e3;
    double seconds = (time.nanos() - start) / 1e9;
    return new Figure(done.sum() / seconds, micros / done.sum(), lost.sum());
  }

  private void exchange(Transport transport, long endNanos, LongAdder done, LongAdder lost) {
    byte[] query = new byte[QUERY_OCTETS];
    while (time.nanos() - endNanos < 0) {
      long deadline = time.nanos() + PATIENCE.toNanos();
      try (Conversation conversation = transport.open(server, deadline)) {
        conversation.send(query);
        conversation.receive(deadline);
        done.increment();
      } catch (SocketTimeoutException e) {
        lost.increment();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
