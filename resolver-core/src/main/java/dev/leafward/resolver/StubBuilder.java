// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.delegation.RootServers;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.resolver.exchange.ExchangeOptions;
import dev.leafward.resolver.exchange.Exchanger;
import dev.leafward.resolver.exchange.QueryFactory;
import dev.leafward.resolver.servers.AddressPolicy;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.servers.ServerSelector;
import dev.leafward.roothints.RootHints;
import dev.leafward.wire.io.TextFormatException;
import java.security.SecureRandom;

/** Builds a resolver that has other resolvers find the answers. */
public final class StubBuilder extends ResolverBuilder<StubBuilder> {

  private String[] servers = {"127.0.0.1"};

  StubBuilder() {}

  /**
   * Asks these servers, in this order.
   *
   * @param addresses each an IP literal, with a port if need be, such as {@code 192.0.2.1#5353}
   * @throws IllegalArgumentException if one of them is none, or there is none
   */
  public StubBuilder servers(String... addresses) {
    servers = addresses.clone();
    return this;
  }

  @Override
  StubBuilder self() {
    return this;
  }

  @Override
  Resolver build(Ground ground) {
    ServerBook book =
        new ServerBook(ground.time(), ground.random(), ground.limits().serversRemembered());
    Exchanger exchanger =
        new Exchanger(
            ground.udp(),
            ground.tcp(),
            new QueryFactory(ground.random()),
            book,
            ground.limits(),
            ground.time(),
            ExchangeOptions.DEFAULT.withoutEdns());
    Engine engine =
        new Engine(
            ground.limits(),
            ground.cacheOptions(),
            ground.time(),
            new SecureRandom(),
            roots(),
            new ServerSelector(book, AddressPolicy.standard(), ground.random()),
            exchanger,
            QnameMinimisation.OFF,
            Routes.forwardAll(servers).withDefaults(SpecialNames.none()),
            RebindingProtection.OFF,
            ground.tasks());
    return new EngineResolver(engine, ground.limits()::deadline, ground);
  }

  private static RootServers roots() {
    try {
      return RootServers.fromHints(RootHints.namedRoot());
    } catch (TextFormatException e) {
      throw new IllegalStateException("the bundled root hints cannot be read", e);
    }
  }
}
