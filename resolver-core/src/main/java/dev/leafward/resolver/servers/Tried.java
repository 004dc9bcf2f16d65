// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.wire.name.DomainName;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was tried in vain so far for one question at one zone cut.
 *
 * <p>Servers are crossed out by address: two names for one address get it asked once
 * (CVE-2026-3592, self-pointed glue). Name servers whose names were looked up are crossed out by
 * name, whatever came of it, so that no lookup is repeated. Not safe for use by several threads.
 */
public final class Tried {

  private final Map<InetSocketAddress, Failure.Attempt> attempts = new LinkedHashMap<>();
  private final Map<Server, Integer> silent = new LinkedHashMap<>();
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
    silent.remove(server);
    attempts.put(
        server.socketAddress(),
        new Failure.Attempt(server.name(), server.address(), server.port(), what, replied));
  }

  /** Crosses out servers that are not asked, as they were silent before. */
  public void addResting(List<Server> servers) {
    servers.forEach(each -> add(each, "was silent before, and is left alone for now", false));
  }

  /**
   * Puts a server back that was asked and said nothing, but may be asked again: it comes after all
   * others.
   *
   * @param what what happened, in words
   */
  public void addSilent(Server server, String what) {
    int times = silent.getOrDefault(server, 0) + 1;
    add(server, what, false);
    silent.put(server, times);
  }

  /** The servers that were silent and may be asked once more, in order. */
  List<Server> silent() {
    return List.copyOf(silent.keySet());
  }

  /** Of these silent servers, those that were asked least often. */
  List<Server> leastAsked(List<Server> servers) {
    int least = servers.stream().mapToInt(this::timesSilent).min().orElse(0);
    return servers.stream().filter(each -> timesSilent(each) == least).toList();
  }

  private int timesSilent(Server server) {
    return silent.getOrDefault(server, 0);
  }

  /**
   * Notes that the addresses of a name server were looked up.
   *
   * @param what what came of it, in words
   */
  public void addLookup(DomainName nameServer, String what) {
    lookups.put(nameServer, what);
  }

  /** Whether this address and port were asked already, by whatever name. */
  public boolean has(Server server) {
    return attempts.containsKey(server.socketAddress());
  }

  /** Whether this name server's addresses were looked up already. */
  public boolean hasLookup(DomainName nameServer) {
    return lookups.containsKey(nameServer);
  }

  /** What each server did, in the order in which they were asked. */
  public List<Failure.Attempt> attempts() {
    return List.copyOf(attempts.values());
  }

  /** What came of each lookup of a name server's addresses, in order. */
  public Map<DomainName, String> lookups() {
    return Collections.unmodifiableMap(lookups);
  }
}
