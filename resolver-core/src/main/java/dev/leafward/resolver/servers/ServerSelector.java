// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Picks which server of a zone to ask next.
 *
 * <p>Mostly the quickest that was not tried yet: one at random among those within a band of the
 * quickest, which spreads the load and keeps an outsider from knowing whose reply to forge (RFC
 * 5452 section 9.2). A server of which nothing is known draws its expected time by lot, so that it
 * is tried now and then. Addresses of a family that seems not to work come last.
 *
 * <p>A server that is silent is put back behind all others; so is one that was of no use for the
 * zone lately. One that is dead is left alone, but for a probe a minute: so a zone whose servers
 * are all dead costs next to nothing, and is found out soon when one comes back. Addresses in hand
 * are enough: a name server's name is looked up only when no known address is left untried. It
 * neither asks nor looks up anything itself.
 */
public final class ServerSelector {

  /** Servers that differ by less than this count as equally quick. */
  private static final long BAND_NANOS = Duration.ofMillis(50).toNanos();

  private final ServerBook book;
  private final AddressPolicy policy;
  private final RandomGenerator random;

  /** A selector that judges by this book and asks only what the policy allows. */
  public ServerSelector(ServerBook book, AddressPolicy policy, RandomGenerator random) {
    this.book = book;
    this.policy = policy;
    this.random = random;
  }

  /** A selector with the same book that also lets these addresses be asked. */
  public ServerSelector alsoAllowing(Predicate<InetAddress> allowed) {
    return new ServerSelector(book, policy.alsoAllowing(allowed), random);
  }

  /** A server that may be asked, and how it stands at present. */
  private record Candidate(Server server, Standing standing) {
    boolean isAlive() {
      return !standing.dead();
    }
  }

  /** What to do next for a question at this cut, of whose servers some were tried. */
  public Pick pick(ZoneCut cut, Tried tried) {
    List<Server> servers = servers(cut);
    List<Server> untried = only(servers, each -> !tried.has(each));
    List<Candidate> fresh = living(untried);
    List<Candidate> silent = living(tried.silent());
    List<Candidate> choices = fresh.isEmpty() ? leastAsked(silent, tried) : fresh;
    if (!choices.isEmpty()) {
      boolean isOnlyOne = fresh.size() + silent.size() == 1;
      return new Pick.Ask(
          choose(mostPromising(choices, cut.zone())),
          isOnlyOne ? Insistence.ALL_TRIES : Insistence.ONE_TRY);
    }
    return nextLookup(cut, tried)
        .<Pick>map(Pick.LookUp::new)
        .orElseGet(() -> wake(untried, servers));
  }

  private static List<Candidate> leastAsked(List<Candidate> silent, Tried tried) {
    List<Server> least = tried.leastAsked(silent.stream().map(Candidate::server).toList());
    return only(silent, each -> least.contains(each.server()));
  }

  /** Whether a server is left alone at present, but for a probe now and then. */
  public boolean isDead(Server server) {
    return book.standings().of(server.address()).dead();
  }

  /** Notes that a server was of no use for a zone. */
  public void foundLame(Server server, DomainName zone, Lameness how) {
    book.foundLame(server.address(), zone, how);
  }

  /** One of the dead servers, if it is time to see whether it lives. */
  private Pick wake(List<Server> untried, List<Server> servers) {
    if (untried.isEmpty()) {
      return new Pick.Exhausted();
    }
    // A little quicker than evenly, as probes come no more often than questions.
    long pauseNanos = ServerHealth.PROBE_NANOS * 4 / 5 / servers.size();
    boolean isQuiet = servers.stream().allMatch(each -> sinceFailureNanos(each) >= pauseNanos);
    if (isQuiet) {
      List<Server> longestFirst =
          untried.stream()
              .sorted(Comparator.comparingLong(this::sinceFailureNanos).reversed())
              .toList();
      for (Server server : longestFirst) {
        if (book.takeProbe(server.address(), pauseNanos)) {
          return new Pick.Ask(server, Insistence.ONE_TRY);
        }
      }
    }
    return new Pick.Resting(untried);
  }

  private long sinceFailureNanos(Server server) {
    return book.sinceFailureNanos(server.address());
  }

  private List<Candidate> living(List<Server> servers) {
    ServerBook.Standings standings = book.standings();
    List<Candidate> living = new ArrayList<>(servers.size());
    for (Server server : servers) {
      Candidate candidate = new Candidate(server, standings.of(server.address()));
      if (candidate.isAlive()) {
        living.add(candidate);
      }
    }
    return living;
  }

  /** All servers of a cut that may be asked, each address once. */
  private List<Server> servers(ZoneCut cut) {
    List<Server> servers = new ArrayList<>();
    Set<InetSocketAddress> seen = new HashSet<>();
    for (NameServer nameServer : cut.nameServers()) {
      for (InetAddress address : nameServer.addresses()) {
        Server server = new Server(nameServer.name(), address, nameServer.port());
        if (policy.mayAsk(address) && seen.add(server.socketAddress())) {
          servers.add(server);
        }
      }
    }
    return servers;
  }

  private List<Candidate> mostPromising(List<Candidate> candidates, DomainName zone) {
    List<Candidate> useful =
        orAll(candidates, each -> !book.wasLame(each.server().address(), zone));
    boolean someAreLame = useful.size() < candidates.size();
    List<Candidate> proven = someAreLame ? orAll(useful, each -> each.standing().known()) : useful;
    return orAll(proven, each -> !each.standing().otherFamilyBetter());
  }

  private static List<Candidate> orAll(List<Candidate> candidates, Predicate<Candidate> fits) {
    List<Candidate> fitting = only(candidates, fits);
    return fitting.isEmpty() ? candidates : fitting;
  }

  private Server choose(List<Candidate> candidates) {
    long[] expected = new long[candidates.size()];
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < expected.length; i++) {
      expected[i] = expectedNanos(candidates.get(i).standing());
      quickest = Math.min(quickest, expected[i]);
    }
    List<Server> band = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] - quickest <= BAND_NANOS) {
        band.add(candidates.get(i).server());
      }
    }
    return anyOf(band);
  }

  private long expectedNanos(Standing standing) {
    return standing.known()
        ? standing.expectedNanos()
        : random.nextLong(2 * ServerHealth.UNKNOWN_NANOS);
  }

  /**
   * A name server whose addresses are not known, or not all of them and those that are have failed.
   * Those outside the zone come first: to find one inside, the zone itself would have to be asked;
   * which is why one inside with an address is not looked up at all.
   */
  private Optional<DomainName> nextLookup(ZoneCut cut, Tried tried) {
    List<NameServer> candidates =
        cut.nameServers().stream()
            .filter(each -> each.addresses().isEmpty() || !isInside(each, cut))
            .filter(each -> !tried.hasLookup(each.name()))
            .toList();
    return anyOf(candidates, each -> each.addresses().isEmpty() && !isInside(each, cut))
        .or(() -> anyOf(candidates, each -> each.addresses().isEmpty()))
        .or(() -> anyOf(candidates, each -> true))
        .map(NameServer::name);
  }

  private static boolean isInside(NameServer nameServer, ZoneCut cut) {
    return nameServer.name().isAtOrBelow(cut.zone());
  }

  private <T> Optional<T> anyOf(List<T> choices, Predicate<T> fits) {
    List<T> fitting = only(choices, fits);
    return fitting.isEmpty() ? Optional.empty() : Optional.of(anyOf(fitting));
  }

  private <T> T anyOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A choice is made for every query that is sent: a stream would cost more than the choice. */
  private static <T> List<T> only(List<T> choices, Predicate<T> fits) {
    List<T> fitting = new ArrayList<>(choices.size());
    for (T each : choices) {
      if (fits.test(each)) {
        fitting.add(each);
      }
    }
    return fitting;
  }
}
