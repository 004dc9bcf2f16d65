// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.StubSchedule;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.resolver.engine.StubSources;
import dev.leafward.resolver.exchange.QueryFactory;
import dev.leafward.resolver.exchange.StubExchanger;
import dev.leafward.resolver.servers.ServerBook;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Builds a resolver that has other resolvers find the answers, as programs have those of their
 * machine: it asks them as glibc does, and remembers what they say for as long as that holds.
 *
 * <p>Names of special use are for the servers to judge, but {@code localhost.}, {@code invalid.}
 * and {@code onion.}, of which no server ever hears (RFC 6761, RFC 7686).
 */
public final class StubBuilder extends ResolverBuilder<StubBuilder> {

  private static final UpstreamServer LOOPBACK = UpstreamServer.parse("127.0.0.1");

  private Supplier<StubOptions> options = always(StubOptions.of(List.of(LOOPBACK)));

  StubBuilder() {}

  /** Asks these servers, in this way, whatever the machine is configured to. */
  public StubBuilder options(StubOptions fixed) {
    options = always(fixed);
    return this;
  }

  /**
   * Asks these servers, in this order, with the defaults of {@link StubOptions}.
   *
   * @param addresses each an IP literal, with a port if need be, such as {@code 192.0.2.1#5353}
   * @throws IllegalArgumentException if one of them is none, or there is none
   */
  public StubBuilder servers(String... addresses) {
    return options(StubOptions.of(Arrays.stream(addresses).map(UpstreamServer::parse).toList()));
  }

  private static Supplier<StubOptions> always(StubOptions fixed) {
    return () -> fixed;
  }

  @Override
  StubBuilder self() {
    return this;
  }

  @Override
  Resolver build(Ground ground) {
    Supplier<StubOptions> asked = options;
    Supplier<Duration> deadline =
        hasDeadline() ? ground.limits()::deadline : () -> new StubSchedule(asked.get()).longest();
    ServerBook book =
        new ServerBook(ground.time(), ground.random(), ground.limits().serversRemembered());
    StubSources sources =
        new StubSources(
            asked,
            new StubExchanger(
                ground.udp(), ground.tcp(), new QueryFactory(ground.random()), book, ground.time()),
            SpecialNames.ofStub().zones(),
            ground.random());
    Engine engine =
        new Engine(
            ground.limits().toBuilder().deadline(deadline.get()).build(),
            ground.cacheOptions(),
            ground.time(),
            new SecureRandom(),
            sources,
            RebindingProtection.OFF,
            ground.tasks());
    return new EngineResolver(engine, deadline, ground);
  }
}
