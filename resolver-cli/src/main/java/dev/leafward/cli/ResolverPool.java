// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.host.Searching;
import dev.leafward.resolver.system.ConfigurationSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The resolvers of one run: one for each manner of asking, so that questions asked alike share a
 * cache, as the trace of the second one then shows.
 */
final class ResolverPool implements Asker {
  private final OpenWorld world;
  private final ConfigurationSource configuration;
  private final Map<Query.Manner, Resolver> resolvers = new HashMap<>();

  private ResolverPool(OpenWorld world, ConfigurationSource configuration) {
    this.world = world;
    this.configuration = configuration;
  }

  /**
   * Makes ready to resolve in a world.
   *
   * @throws IOException if the hints cannot be read
   */
  static ResolverPool open(Invocation.World world) throws IOException {
    return open(world, ConfigurationSource.ofThisMachine());
  }

  /**
   * Makes ready to resolve in a world.
   *
   * @param configuration says what short names are completed by
   * @throws IOException if the hints cannot be read
   */
  static ResolverPool open(Invocation.World world, ConfigurationSource configuration)
      throws IOException {
    return new ResolverPool(OpenWorld.of(world), configuration);
  }

  @Override
  public Answer ask(Query query) throws IOException {
    Resolver resolver = resolvers.get(query.manner());
    if (resolver == null) {
      resolver = build(query.manner());
      resolvers.put(query.manner(), resolver);
    }
    return query.shortName().isEmpty()
        ? resolver.resolve(query.question(), query.deadline())
        : search(query, query.shortName().get(), resolver);
  }

  private Answer search(Query query, Query.ShortName name, Resolver resolver)
      throws ResolutionException {
    SearchList machines = configuration.current().resolver().searchList();
    SearchList list =
        name.ndots().isPresent() ? machines.withNdots(name.ndots().getAsInt()) : machines;
    return Searching.over(resolver, list)
        .resolve(name.text(), query.question().type(), query.deadline());
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
