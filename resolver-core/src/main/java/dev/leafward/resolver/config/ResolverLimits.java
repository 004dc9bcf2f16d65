// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import java.time.Duration;

/**
 * Every bound that the resolver keeps, in one value.
 *
 * <p>The defaults are those of {@link #DEFAULT}; {@link #toBuilder()} changes one or several of
 * them. A bound that is reached ends the question with a {@link
 * dev.leafward.resolver.answer.Failure.LimitReached}, or drops what is over it, as each one says.
 *
 * @param sends packets and TCP queries that leave for one question of a caller, all sub-lookups and
 *     retries included; against: work amplification (NXNS, CAMP); PowerDNS bounds it alike. Default
 *     50
 * @param receivedOctets octets received for one question of a caller; against: byte amplification
 *     over TCP. Default 131072
 * @param dependencyDepth lookups that may depend on each other: the name servers' names of name
 *     servers' names; against: endless delegation. Default 7
 * @param aliases CNAME and DNAME steps followed for one question; against: chains that never end
 *     (DNS Unchained). Default 11
 * @param nameServers name servers kept of one delegation; against: NRDelegationAttack. Default 13
 * @param addressesPerNameServer addresses kept of one name server; against: duplicate and
 *     self-pointed glue. Default 6
 * @param nameServerLookups name-server names looked up for one question of a caller; against:
 *     NXNSAttack. Default 13
 * @param failedNameServerLookups of those, how many may come to nothing at one zone cut, and how
 *     many may be of names that do not exist in all; against: NXNSAttack. Default 5
 * @param sendsPerServer sends to one server for one question; against: resend loops; RFC 9520
 *     section 3.1. Default 3
 * @param recordsPerRRset records of one RRset that is cached; against: huge RRsets (CVE-2024-1737).
 *     Default 100
 * @param octetsPerRRset octets of one RRset that is cached; against: cache flushing. Default 16384
 * @param cacheOctets octets that the cache takes, at every moment; against: memory. Default
 *     67108864
 * @param serversRemembered server addresses whose speed and ways are remembered; against: memory.
 *     Default 10000
 * @param waiters callers that wait for one question under way; against: DNSBomb. Default 100
 * @param questionsPerZone questions that may be with the servers of one zone at once if these do
 *     not keep up; others wait in line, to their deadlines. While a zone's servers reply, it has up
 *     to 16 times as many. Forwarders are not bounded so. Against: random names below one zone
 *     (water torture). Default 64
 * @param refreshes lookups under way that no caller waits for, to refresh what the cache has; what
 *     is beyond is not begun, or ended; against: work for nobody. Default 64
 * @param failures questions whose failure is remembered (RFC 9520), the latest; against: memory.
 *     Default 2000
 * @param maxTtlSeconds the longest that anything is cached, in seconds; against: RFC 8767 section
 *     4. Default 86400
 * @param maxNegativeTtlSeconds the longest that a denial is cached, in seconds; against: RFC 2308
 *     section 5. Default 3600
 * @param deadline the time that one question may take in all, where the caller names none; PowerDNS
 *     bounds it alike. Default 7000 ms
 * @param udpTimeout the longest wait for one UDP reply; a server known to be quick is left sooner.
 *     Default 1500 ms
 * @param tcpTimeout the longest that one TCP query takes, connecting included; slow servers
 *     (slowloris). Default 3000 ms
 * @param udpSockets datagram sockets that a pool of them has open, if that is chosen, and if the
 *     process may open four times as many; against: running out of descriptors. Default 4096
 * @param idleConnections TCP connections kept while no query is under way on them; against: memory.
 *     Default 64
 * @param queriesPerConnection queries under way on one TCP connection (RFC 7766 section 6.2.1.1);
 *     against: losing too many by one failure. Default 100
 */
public record ResolverLimits(
    int sends,
    int receivedOctets,
    int dependencyDepth,
    int aliases,
    int nameServers,
    int addressesPerNameServer,
    int nameServerLookups,
    int failedNameServerLookups,
    int sendsPerServer,
    int recordsPerRRset,
    int octetsPerRRset,
    long cacheOctets,
    int serversRemembered,
    int waiters,
    int questionsPerZone,
    int refreshes,
    int failures,
    long maxTtlSeconds,
    long maxNegativeTtlSeconds,
    Duration deadline,
    Duration udpTimeout,
    Duration tcpTimeout,
    int udpSockets,
    int idleConnections,
    int queriesPerConnection) {

  /** The defaults. */
  public static final ResolverLimits DEFAULT =
      new ResolverLimits(
          50,
          131_072,
          7,
          11,
          13,
          6,
          13,
          5,
          3,
          100,
          16_384,
          67_108_864L,
          10_000,
          100,
          64,
          64,
          2_000,
          86_400,
          3_600,
          Duration.ofMillis(7_000),
          Duration.ofMillis(1_500),
          Duration.ofMillis(3_000),
          4_096,
          64,
          100);

  /** Checks that every bound is positive. */
  public ResolverLimits {
    requirePositive("sends", sends);
    requirePositive("receivedOctets", receivedOctets);
    requirePositive("dependencyDepth", dependencyDepth);
    requirePositive("aliases", aliases);
    requirePositive("nameServers", nameServers);
    requirePositive("addressesPerNameServer", addressesPerNameServer);
    requirePositive("nameServerLookups", nameServerLookups);
    requirePositive("failedNameServerLookups", failedNameServerLookups);
    requirePositive("sendsPerServer", sendsPerServer);
    requirePositive("recordsPerRRset", recordsPerRRset);
    requirePositive("octetsPerRRset", octetsPerRRset);
    requirePositive("cacheOctets", cacheOctets);
    requirePositive("serversRemembered", serversRemembered);
    requirePositive("waiters", waiters);
    requirePositive("questionsPerZone", questionsPerZone);
    requirePositive("refreshes", refreshes);
    requirePositive("failures", failures);
    requirePositive("maxTtlSeconds", maxTtlSeconds);
    requirePositive("maxNegativeTtlSeconds", maxNegativeTtlSeconds);
    requirePositive("deadline", deadline.toNanos());
    requirePositive("udpTimeout", udpTimeout.toNanos());
    requirePositive("tcpTimeout", tcpTimeout.toNanos());
    requirePositive("udpSockets", udpSockets);
    requirePositive("idleConnections", idleConnections);
    requirePositive("queriesPerConnection", queriesPerConnection);
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }

  /** A builder that begins with these bounds. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes some of the bounds. */
  public static final class Builder {
    private int sends;
    private int receivedOctets;
    private int dependencyDepth;
    private int aliases;
    private int nameServers;
    private int addressesPerNameServer;
    private int nameServerLookups;
    private int failedNameServerLookups;
    private int sendsPerServer;
    private int recordsPerRRset;
    private int octetsPerRRset;
    private long cacheOctets;
    private int serversRemembered;
    private int waiters;
    private int questionsPerZone;
    private int refreshes;
    private int failures;
    private long maxTtlSeconds;
    private long maxNegativeTtlSeconds;
    private Duration deadline;
    private Duration udpTimeout;
    private Duration tcpTimeout;
    private int udpSockets;
    private int idleConnections;
    private int queriesPerConnection;

    private Builder(ResolverLimits limits) {
      sends = limits.sends;
      receivedOctets = limits.receivedOctets;
      dependencyDepth = limits.dependencyDepth;
      aliases = limits.aliases;
      nameServers = limits.nameServers;
      addressesPerNameServer = limits.addressesPerNameServer;
      nameServerLookups = limits.nameServerLookups;
      failedNameServerLookups = limits.failedNameServerLookups;
      sendsPerServer = limits.sendsPerServer;
      recordsPerRRset = limits.recordsPerRRset;
      octetsPerRRset = limits.octetsPerRRset;
      cacheOctets = limits.cacheOctets;
      serversRemembered = limits.serversRemembered;
      waiters = limits.waiters;
      questionsPerZone = limits.questionsPerZone;
      refreshes = limits.refreshes;
      failures = limits.failures;
      maxTtlSeconds = limits.maxTtlSeconds;
      maxNegativeTtlSeconds = limits.maxNegativeTtlSeconds;
      deadline = limits.deadline;
      udpTimeout = limits.udpTimeout;
      tcpTimeout = limits.tcpTimeout;
      udpSockets = limits.udpSockets;
      idleConnections = limits.idleConnections;
      queriesPerConnection = limits.queriesPerConnection;
    }

    /** See {@link ResolverLimits#sends()}. */
    public Builder sends(int sends) {
      this.sends = sends;
      return this;
    }

    /** See {@link ResolverLimits#receivedOctets()}. */
    public Builder receivedOctets(int receivedOctets) {
      this.receivedOctets = receivedOctets;
      return this;
    }

    /** See {@link ResolverLimits#dependencyDepth()}. */
    public Builder dependencyDepth(int dependencyDepth) {
      this.dependencyDepth = dependencyDepth;
      return this;
    }

    /** See {@link ResolverLimits#aliases()}. */
    public Builder aliases(int aliases) {
      this.aliases = aliases;
      return this;
    }

    /** See {@link ResolverLimits#nameServers()}. */
    public Builder nameServers(int nameServers) {
      this.nameServers = nameServers;
      return this;
    }

    /** See {@link ResolverLimits#addressesPerNameServer()}. */
    public Builder addressesPerNameServer(int addressesPerNameServer) {
      this.addressesPerNameServer = addressesPerNameServer;
      return this;
    }

    /** See {@link ResolverLimits#nameServerLookups()}. */
    public Builder nameServerLookups(int nameServerLookups) {
      this.nameServerLookups = nameServerLookups;
      return this;
    }

    /** See {@link ResolverLimits#failedNameServerLookups()}. */
    public Builder failedNameServerLookups(int failedNameServerLookups) {
      this.failedNameServerLookups = failedNameServerLookups;
      return this;
    }

    /** See {@link ResolverLimits#sendsPerServer()}. */
    public Builder sendsPerServer(int sendsPerServer) {
      this.sendsPerServer = sendsPerServer;
      return this;
    }

    /** See {@link ResolverLimits#recordsPerRRset()}. */
    public Builder recordsPerRRset(int recordsPerRRset) {
      this.recordsPerRRset = recordsPerRRset;
      return this;
    }

    /** See {@link ResolverLimits#octetsPerRRset()}. */
    public Builder octetsPerRRset(int octetsPerRRset) {
      this.octetsPerRRset = octetsPerRRset;
      return this;
    }

    /** See {@link ResolverLimits#cacheOctets()}. */
    public Builder cacheOctets(long cacheOctets) {
      this.cacheOctets = cacheOctets;
      return this;
    }

    /** See {@link ResolverLimits#serversRemembered()}. */
    public Builder serversRemembered(int serversRemembered) {
      this.serversRemembered = serversRemembered;
      return this;
    }

    /** See {@link ResolverLimits#waiters()}. */
    public Builder waiters(int waiters) {
      this.waiters = waiters;
      return this;
    }

    /** See {@link ResolverLimits#questionsPerZone()}. */
    public Builder questionsPerZone(int questionsPerZone) {
      this.questionsPerZone = questionsPerZone;
      return this;
    }

    /** See {@link ResolverLimits#refreshes()}. */
    public Builder refreshes(int refreshes) {
      this.refreshes = refreshes;
      return this;
    }

    /** See {@link ResolverLimits#failures()}. */
    public Builder failures(int failures) {
      this.failures = failures;
      return this;
    }

    /** See {@link ResolverLimits#maxTtlSeconds()}. */
    public Builder maxTtlSeconds(long maxTtlSeconds) {
      this.maxTtlSeconds = maxTtlSeconds;
      return this;
    }

    /** See {@link ResolverLimits#maxNegativeTtlSeconds()}. */
    public Builder maxNegativeTtlSeconds(long maxNegativeTtlSeconds) {
      this.maxNegativeTtlSeconds = maxNegativeTtlSeconds;
      return this;
    }

    /** See {@link ResolverLimits#deadline()}. */
    public Builder deadline(Duration deadline) {
      this.deadline = deadline;
      return this;
    }

    /** See {@link ResolverLimits#udpTimeout()}. */
    public Builder udpTimeout(Duration udpTimeout) {
      this.udpTimeout = udpTimeout;
      return this;
    }

    /** See {@link ResolverLimits#tcpTimeout()}. */
    public Builder tcpTimeout(Duration tcpTimeout) {
      this.tcpTimeout = tcpTimeout;
      return this;
    }

    /** See {@link ResolverLimits#udpSockets()}. */
    public Builder udpSockets(int udpSockets) {
      this.udpSockets = udpSockets;
      return this;
    }

    /** See {@link ResolverLimits#idleConnections()}. */
    public Builder idleConnections(int idleConnections) {
      this.idleConnections = idleConnections;
      return this;
    }

    /** See {@link ResolverLimits#queriesPerConnection()}. */
    public Builder queriesPerConnection(int queriesPerConnection) {
      this.queriesPerConnection = queriesPerConnection;
      return this;
    }

    /** The bounds. */
    public ResolverLimits build() {
      return new ResolverLimits(
          sends,
          receivedOctets,
          dependencyDepth,
          aliases,
          nameServers,
          addressesPerNameServer,
          nameServerLookups,
          failedNameServerLookups,
          sendsPerServer,
          recordsPerRRset,
          octetsPerRRset,
          cacheOctets,
          serversRemembered,
          waiters,
          questionsPerZone,
          refreshes,
          failures,
          maxTtlSeconds,
          maxNegativeTtlSeconds,
          deadline,
          udpTimeout,
          tcpTimeout,
          udpSockets,
          idleConnections,
          queriesPerConnection);
    }
  }
}
