// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.config.UpstreamServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command line asks the command to do. */
sealed interface Invocation {

  /** To explain itself. */
  record Help() implements Invocation {}

  /** To say which version it is. */
  record ShowVersion() implements Invocation {}

  /**
   * To resolve.
   *
   * @param world where to resolve
   * @param queries what to resolve, in order; at least one
   */
  record Resolve(World world, List<Query> queries) implements Invocation {
    /** Copies the list. */
    public Resolve {
      queries = List.copyOf(queries);
    }
  }

  /** The Internet to resolve in. */
  sealed interface World {

    /** Whether other resolvers are asked as the machine's own are. */
    default boolean isStub() {
      return this instanceof Servers || this instanceof Machine;
    }

    /**
     * The one that the options name.
     *
     * @throws UsageException if they name two
     */
    static World of(boolean demo, @Nullable Path hints) throws UsageException {
      if (demo && hints != null) {
        throw new UsageException(
            "--demo and --hints exclude each other: the demo Internet has its own root servers;"
                + " leave one out");
      }
      if (demo) {
        return new Demo();
      }
      return hints == null ? new Internet() : new Hints(hints);
    }

    /**
     * The one that the options name.
     *
     * @param forwarders the resolvers that are to find the answers; none to iterate
     * @throws UsageException if they name two, or something that is no address
     */
    static World of(boolean demo, @Nullable Path hints, List<String> forwarders)
        throws UsageException {
      if (forwarders.isEmpty()) {
        return of(demo, hints);
      }
      if (demo || hints != null) {
        throw new UsageException(
            "--forward excludes --demo and --hints: a forwarder is asked in place of all root"
                + " servers; leave one out");
      }
      List<UpstreamServer> servers = new ArrayList<>();
      for (String text : forwarders) {
        try {
          servers.add(UpstreamServer.parse(text));
        } catch (IllegalArgumentException e) {
          throw new UsageException(
              "'--forward " + text + "' is not an address, such as 192.0.2.1 or 192.0.2.1#5353");
        }
      }
      return new Forwarders(servers);
    }

    /** The real one, from the bundled root hints. */
    record Internet() implements World {}

    /**
     * The one whose root servers a file names.
     *
     * @param hints a file such as IANA's {@code named.root}
     */
    record Hints(Path hints) implements World {}

    /**
     * The one that other resolvers see.
     *
     * @param servers who finds the answers
     */
    record Forwarders(List<UpstreamServer> servers) implements World {
      /** Copies the list. */
      public Forwarders {
        servers = List.copyOf(servers);
      }

      /** Their addresses. */
      String text() {
        return servers.stream().map(UpstreamServer::toString).collect(Collectors.joining(", "));
      }
    }

    /**
     * The one that these resolvers see, asked as the machine's own are.
     *
     * @param servers who finds the answers, in the order in which they are asked
     */
    record Servers(List<NamedServer> servers) implements World {
      /** Copies the list. */
      public Servers {
        servers = List.copyOf(servers);
      }

      static Servers of(List<String> words) throws UsageException {
        List<NamedServer> servers = new ArrayList<>();
        for (String word : words) {
          servers.add(NamedServer.parse(word));
        }
        return new Servers(servers);
      }

      /** They, as on the command line. */
      String text() {
        return servers.stream().map(NamedServer::toString).collect(Collectors.joining(", "));
      }
    }

    /** The one that the resolvers see that this machine is configured to use. */
    record Machine() implements World {}

    /** The one that this process serves to itself. */
    record Demo() implements World {}
  }
}
