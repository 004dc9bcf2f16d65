// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.StubBuilder;
import dev.leafward.testkit.loopback.LoopbackNetwork;
import java.net.InetSocketAddress;

/**
 * A little Internet behind real UDP and TCP sockets on 127.0.0.1.
 *
 * <p>What is tested against it are the resolver's own transports; only the addresses are exchanged,
 * just before a socket is opened. Servers' sockets are opened when they are needed first.
 */
public final class LoopbackInternet extends MockInternet {

  private final LoopbackNetwork network = new LoopbackNetwork(world());

  LoopbackInternet() {}

  /**
   * Where on loopback the server of an "Internet" address really listens, over UDP and TCP alike.
   * An address where no server stands is given a closed port.
   */
  public InetSocketAddress locate(InetSocketAddress internetAddress) {
    return network.locate(internetAddress);
  }

  /** A resolver with this Internet's root hints, whose sockets are led to loopback. */
  @Override
  public RecursiveBuilder recursive() {
    return hinted().route(this::locate);
  }

  /** A stub resolver whose sockets are led to loopback. */
  @Override
  public StubBuilder stub() {
    return Resolver.stub().route(this::locate);
  }

  /**
   * Closes all sockets within a second.
   *
   * @throws IllegalStateException if a server broke down while it answered, for instance in a
   *     responder of the test's own
   */
  @Override
  public void close() {
    network.close();
  }
}
