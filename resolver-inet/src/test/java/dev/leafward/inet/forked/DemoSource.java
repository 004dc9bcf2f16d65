// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.InetMode;
import dev.leafward.inet.ResolverSource;
import dev.leafward.resolver.Resolver;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Resolves in the demo Internet, where one name more is this machine: {@code page.example.com}. A
 * stub asks the name server of that zone.
 */
public final class DemoSource implements ResolverSource {

  /** A machine under load is slow, and no test is about that. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String PAGE =
      """
      $ORIGIN page.example.com.
      @ 60 SOA ns1.example.com. hostmaster.example.com. 1 3600 900 86400 60
      @ 60 NS  ns1.example.com.
      @ 60 A   127.0.0.1
      """;

  /** For the service loader. */
  public DemoSource() {}

  @Override
  public Resolver open(InetMode kind, Executor tasks) {
    LoopbackInternet internet = DemoInternet.onLoopback();
    internet.zone("page.example.com.").at("192.0.2.53", "2001:db8::53", "192.0.2.54").text(PAGE);
    if (kind == InetMode.STUB) {
      InetSocketAddress server = internet.locate(new InetSocketAddress("192.0.2.53", 53));
      return Resolver.stub()
          .servers("127.0.0.1#" + server.getPort())
          .executor(tasks)
          .deadline(PATIENCE)
          .build();
    }
    return internet.recursive().executor(tasks).deadline(PATIENCE).build();
  }
}
