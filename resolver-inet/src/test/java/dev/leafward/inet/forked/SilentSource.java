// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.InetMode;
import dev.leafward.inet.ResolverSource;
import dev.leafward.resolver.Resolver;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Resolves in a demo Internet whose servers never reply, with all the patience there is. */
public final class SilentSource implements ResolverSource {

  /** For the service loader. */
  public SilentSource() {}

  @Override
  public Resolver open(InetMode kind, Executor tasks) {
    LoopbackInternet internet = DemoInternet.onLoopback();
    internet.servers().forEach(server -> server.silent());
    return internet.recursive().executor(tasks).deadline(Duration.ofHours(1)).build();
  }
}
