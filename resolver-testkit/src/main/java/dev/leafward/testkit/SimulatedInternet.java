// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.ResolverBuilder;
import dev.leafward.resolver.StubBuilder;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.testkit.simulation.SimulatedNetwork;
import dev.leafward.testkit.simulation.SimulatedThreads;
import dev.leafward.testkit.simulation.SimulatedTime;
import java.util.List;

/**
 * A little Internet in virtual time: no sockets, no threads, no waiting.
 *
 * <p>Latency, loss, duplication and reordering come from the seed, see {@link LinkConditions}; at
 * first every server has a latency of its own and nothing is lost. One thread that asks the same
 * questions sees the same run, which {@link #log} proves; so do several {@link #threads}. An
 * address where no server stands is silent.
 */
public final class SimulatedInternet extends MockInternet {

  private final SimulatedNetwork network;

  SimulatedInternet(long seed) {
    network = new SimulatedNetwork(seed, world());
  }

  /** The virtual clock, which a test may advance. */
  public SimulatedTime time() {
    return network.time();
  }

  /**
   * Threads in the time of this Internet: {@code recursive().executor(threads())} builds a resolver
   * that is asked several things at once, in an order that the seed decides.
   */
  public SimulatedThreads threads() {
    return network.threads();
  }

  /** Opens UDP conversations with the servers. */
  public Transport udp() {
    return network.udp();
  }

  /** Opens TCP conversations with the servers; a connection costs one round trip. */
  public Transport tcp() {
    return network.tcp();
  }

  /** Sets the conditions on the way to every server for which none were set. */
  public SimulatedInternet conditions(LinkConditions forAll) {
    network.conditions(forAll);
    return this;
  }

  /** Sets the conditions on the way to one server. */
  public SimulatedInternet conditions(String server, LinkConditions conditions) {
    network.conditions(ServerAddress.parse(server), conditions);
    return this;
  }

  /** Every message sent until now and what came of it; equal for equal seeds and questions. */
  public List<SimulatedExchange> log() {
    return network.log();
  }

  /** How many octets of messages resolvers have received until now. */
  public long receivedOctets() {
    return network.receivedOctets();
  }

  /**
   * A resolver with this Internet's root hints, in its time, with randomness from its seed, which
   * does everything in the caller's thread.
   */
  @Override
  public RecursiveBuilder recursive() {
    return connected(hinted());
  }

  /** A stub resolver in this Internet's time, alike. */
  @Override
  public StubBuilder stub() {
    return connected(Resolver.stub());
  }

  private <B extends ResolverBuilder<B>> B connected(B builder) {
    return builder
        .udp(udp())
        .tcp(tcp())
        .time(time())
        .random(network.random())
        .executor(Runnable::run);
  }

  /** Interrupts what the threads still do, and runs it to its end. */
  @Override
  public void close() {
    threads().close();
  }
}
