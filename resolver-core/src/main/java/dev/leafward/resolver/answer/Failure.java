// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.answer;

import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why something could not be found out. Its text is one sentence for people. */
public sealed interface Failure {

  /** The failure as one sentence, without a full stop. */
  String sentence();

  /**
   * No server of a zone gave a usable reply.
   *
   * @param zone the zone whose servers were asked
   * @param question the question they were asked
   * @param attempts what each one did; empty where not one could be asked
   * @param lookups for each name server that was looked up in vain, why, in words
   */
  record NoUsableServer(
      DomainName zone, Question question, List<Attempt> attempts, Map<DomainName, String> lookups)
      implements Failure {
    /** Copies the list and the map. */
    public NoUsableServer {
      attempts = List.copyOf(attempts);
      lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
    }

    @Override
    public String sentence() {
      String head = servers() + " gave a usable reply for " + question;
      Stream<String> asked = attempts.stream().map(Attempt::toString);
      Stream<String> lookedUp =
          lookups.entrySet().stream().map(e -> e.getKey() + " " + e.getValue());
      String reasons = Stream.concat(asked, lookedUp).collect(Collectors.joining("; "));
      return head + ": " + (reasons.isEmpty() ? "none has an address that may be asked" : reasons);
    }

    /** Configured resolvers have no name but that of the root, whose servers they are not. */
    private String servers() {
      boolean areResolvers =
          !attempts.isEmpty() && attempts.stream().allMatch(each -> each.serverName().isRoot());
      return areResolvers ? "no resolver" : "no server of " + zone;
    }

    /** True if not one reply came back, usable or not: nothing could be reached. */
    public boolean isUnreachable() {
      return attempts.stream().noneMatch(Attempt::replied);
    }
  }

  /**
   * What one server did.
   *
   * @param serverName the name server's name
   * @param server its address
   * @param port its port
   * @param what what it did, in words
   * @param replied whether a reply came back at all
   */
  record Attempt(
      DomainName serverName, InetAddress server, int port, String what, boolean replied) {

    private static final int DNS_PORT = 53;

    @Override
    public String toString() {
      String address = server.getHostAddress() + (port == DNS_PORT ? "" : "#" + port);
      // A configured forwarder for everything has no name but that of the root.
      return (serverName.isRoot() ? address : serverName + " (" + address + ")") + " " + what;
    }
  }

  /**
   * The work grew past a bound of {@link dev.leafward.resolver.config.ResolverLimits}.
   *
   * @param limit the bound's name
   * @param value the bound
   */
  record LimitReached(String limit, long value) implements Failure {
    @Override
    public String sentence() {
      return "gave up at the limit of " + value + " " + limit;
    }
  }

  /**
   * The time was up.
   *
   * @param allowed the time that was allowed in all
   * @param attempts what the servers asked last had done by then
   */
  record DeadlineExceeded(Duration allowed, List<Attempt> attempts) implements Failure {
    /** Copies the list. */
    public DeadlineExceeded {
      attempts = List.copyOf(attempts);
    }

    @Override
    public String sentence() {
      return "no answer within "
          + allowed.toMillis()
          + " ms"
          + attempts.stream().map(a -> "; " + a).collect(Collectors.joining());
    }
  }

  /**
   * Aliases lead in a circle.
   *
   * @param chain the names, the first one repeated at the end
   */
  record AliasLoop(List<DomainName> chain) implements Failure {
    /** Copies the list. */
    public AliasLoop {
      chain = List.copyOf(chain);
    }

    @Override
    public String sentence() {
      return "aliases lead in a circle: "
          + chain.stream().map(DomainName::toString).collect(Collectors.joining(" -> "));
    }
  }

  /**
   * A question can only be answered once it is answered: name servers depend on each other.
   *
   * @param question the question that stands twice on the way
   */
  record DependencyLoop(Question question) implements Failure {
    @Override
    public String sentence() {
      return "resolving " + question + " needs itself to be resolved first";
    }
  }

  /**
   * A DNAME made a name longer than 255 octets (RFC 6672 section 2.2).
   *
   * @param name the name that was to be rewritten
   */
  record NameTooLong(DomainName name) implements Failure {
    @Override
    public String sentence() {
      return "a DNAME rewrites " + name + " to a name of more than 255 octets";
    }
  }

  /**
   * A local zone has its names refused: a policy of whoever configured the resolver.
   *
   * @param zone the local zone
   */
  record Refused(DomainName zone) implements Failure {
    @Override
    public String sentence() {
      return "the local zone " + zone + " has the question refused";
    }
  }

  /**
   * A local zone has questions about its names ignored: whoever asked should hear nothing.
   *
   * @param zone the local zone
   */
  record Dropped(DomainName zone) implements Failure {
    @Override
    public String sentence() {
      return "the local zone " + zone + " has the question ignored";
    }
  }

  /** The waiting thread was interrupted. */
  record Interrupted() implements Failure {
    @Override
    public String sentence() {
      return "interrupted";
    }
  }

  /** The executor that was given to the resolver refused the work. */
  record Overloaded() implements Failure {
    @Override
    public String sentence() {
      return "the executor takes no more work";
    }
  }

  /** The resolver was closed. */
  record Closed() implements Failure {
    @Override
    public String sentence() {
      return "the resolver is closed";
    }
  }
}
