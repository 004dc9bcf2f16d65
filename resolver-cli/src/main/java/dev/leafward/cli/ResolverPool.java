// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.system.ConfigurationSource;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The resolvers of one run: one for each manner of asking, so that questions asked alike share a
 * cache, as the trace of the second one then shows.
 */
final class ResolverPool implements Asker {
  private final OpenWorld world;
  private final ShortNames shortNames;
  private final Map<Query.Manner, Resolver> resolvers = new HashMap<>();

  private ResolverPool(OpenWorld world, ShortNames shortNames) {
    this.world = world;
    this.shortNames = shortNames;
  }

  /**
   * Makes ready to resolve in a world.
   *
   * @throws IOException if the hints cannot be read, or a server that is named not be found
   */
  static Asker open(Invocation.World world) throws IOException {
    return open(world, ConfigurationSource.ofThisMachine());
  }

  /**
   * Makes ready to resolve in a world.
   *
   * @param configuration says what short names are completed by, and which resolvers this machine
   *     uses
   * @throws IOException if the hints cannot be read, or a server that is named not be found
   */
  static Asker open(Invocation.World world, ConfigurationSource configuration) throws IOException {
    return switch (world) {
      case Invocation.World.Servers named -> StubPool.of(named, configuration);
      case Invocation.World.Machine machine -> StubPool.of(configuration);
      default -> new ResolverPool(OpenWorld.of(world), new ShortNames(configuration));
    };
  }

  @Override
  public Answer ask(Query query) throws IOException {
    Resolver resolver = resolvers.get(query.manner());
    if (resolver == null) {
      resolver = build(query.manner());
      resolvers.put(query.manner(), resolver);
    }
    Duration deadline = query.patience().deadline();
    if (query.shortName().isEmpty()) {
      return resolver.resolve(query.question(), deadline);
    }
    Query.ShortName name = query.shortName().get();
    return shortNames
        .search(name, resolver)
        .resolve(name.text(), query.question().type(), deadline);
  }

  private Resolver build(Query.Manner manner) throws IOException {
    RecursiveBuilder builder = world.begin();
    if (manner.tcpOnly()) {
      builder.tcpOnly();
    }
    if (manner.edns()) {
      builder.ednsPayloadSize(manner.bufsize());
    } else {
      builder.withoutEdns();
    }
    if (manner.dnssec()) {
      builder.requestDnssecRecords();
    }
    if (!manner.qmin()) {
      builder.qnameMinimisation(QnameMinimisation.OFF);
    }
    return builder.build();
  }

  @Override
  public void close() {
    resolvers.values().forEach(Resolver::close);
    world.close();
  }
}
