// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.StubBuilder;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.host.HostAnswer;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.system.ConfigurationSource;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stub resolvers of one run: one for each manner of asking, as in a {@link ResolverPool}.
 *
 * <p>Servers that are named on the command line are asked with EDNS, as dig does it; those of this
 * machine as it is configured, unless the command line says otherwise.
 */
final class StubPool implements Asker {

  /** Questions that are asked alike. */
  private record Alike(Query.Manner manner, Query.Patience patience) {}

  private final StubOptions options;
  private final boolean isNamed;
  private final ShortNames shortNames;
  private final Map<Alike, Resolver> resolvers = new HashMap<>();

  private StubPool(StubOptions options, boolean isNamed, ConfigurationSource machine) {
    this.options = options;
    this.isNamed = isNamed;
    this.shortNames = new ShortNames(machine);
  }

  /**
   * Makes ready to ask servers that are named.
   *
   * @param machine how this machine is configured, for looking up those that have no address
   * @throws IOException if one cannot be found; its message says why, in words for people
   */
  static StubPool of(Invocation.World.Servers named, ConfigurationSource machine)
      throws IOException {
    List<UpstreamServer> servers = new ArrayList<>();
    for (NamedServer each : named.servers()) {
      if (each.isAddress()) {
        servers.add(each.byAddress());
      } else {
        servers.addAll(lookUp(each, machine));
      }
    }
    return new StubPool(StubOptions.of(servers), true, machine);
  }

  /** Makes ready to ask the servers that this machine is configured to ask. */
  static StubPool of(ConfigurationSource machine) {
    return new StubPool(machine.current().resolver().stubOptions(), false, machine);
  }

  private static List<UpstreamServer> lookUp(NamedServer server, ConfigurationSource machine)
      throws IOException {
    try (Resolver stub = Resolver.stub().configuration(machine).build()) {
      HostAnswer found =
          HostResolver.over(stub).configuration(machine).build().lookup(server.host());
      if (found instanceof HostAnswer.Addresses some) {
        List<InetAddress> addresses = some.addresses();
        return addresses.stream().map(each -> new UpstreamServer(each, server.port())).toList();
      }
      throw new IOException("the server " + server.host() + " has no address");
    } catch (ResolutionException e) {
      throw new IOException(
          "the address of the server "
              + server.host()
              + " could not be found out: "
              + e.failure().sentence(),
          e);
    }
  }

  @Override
  public Answer ask(Query query) throws ResolutionException {
    Resolver resolver =
        resolvers.computeIfAbsent(new Alike(query.manner(), query.patience()), this::build);
    if (query.shortName().isEmpty()) {
      return resolver.resolve(query.question());
    }
    Query.ShortName name = query.shortName().get();
    return shortNames.search(name, resolver).resolve(name.text(), query.question().type());
  }

  private Resolver build(Alike alike) {
    Query.Manner manner = alike.manner();
    StubOptions asked = alike.patience().apply(options);
    if (isNamed && manner.edns()) {
      asked = asked.with(StubFlag.EDNS0);
    }
    if (!manner.edns()) {
      asked = asked.without(StubFlag.EDNS0);
    }
    if (manner.tcpOnly()) {
      asked = asked.with(StubFlag.USE_VC);
    }
    StubBuilder builder = Resolver.stub().options(asked).ednsPayloadSize(manner.bufsize());
    if (manner.dnssec()) {
      builder.requestDnssecRecords();
    }
    return builder.build();
  }

  @Override
  public void close() {
    resolvers.values().forEach(Resolver::close);
  }
}
