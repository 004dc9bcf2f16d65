// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was tried in vain so far for one question at one zone cut.
 *
 * <p>Servers are crossed out by address: two names for one address get it asked once
 * (CVE-2026-3592, self-pointed glue). Name servers whose names were looked up are crossed out by
 * name, whatever came of it, so that no lookup is repeated. Not safe for use by several threads.
 */
public final class Tried {

  private final Set<InetAddress> addresses = new HashSet<>();
  private final List<Failure.Attempt> attempts = new ArrayList<>();
  private final Map<DomainName, String> lookups = new LinkedHashMap<>();

  /** Nothing was tried yet. */
  public Tried() {}

  /**
   * Crosses out a server.
   *
   * @param what what it did, in words
   * @param replied whether a reply came back at all
   */
  public void add(Server server, String what, boolean replied) {
    addresses.add(server.address());
    attempts.add(new Failure.Attempt(server.name(), server.address(), what, replied));
  }

  /**
   * Notes that the addresses of a name server were looked up.
   *
   * @param what what came of it, in words
   */
  public void addLookup(DomainName nameServer, String what) {
    lookups.put(nameServer, what);
  }

  /** Whether this server's address was asked already. */
  public boolean has(Server server) {
    return has(server.address());
  }

  /** Whether this address was asked already. */
  public boolean has(InetAddress address) {
    return addresses.contains(address);
  }

  /** Whether this name server's addresses were looked up already. */
  public boolean hasLookup(DomainName nameServer) {
    return lookups.containsKey(nameServer);
  }

  /** What each server did, in the order in which they were asked. */
  public List<Failure.Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** What came of each lookup of a name server's addresses, in order. */
  public Map<DomainName, String> lookups() {
    return Collections.unmodifiableMap(lookups);
  }
}
