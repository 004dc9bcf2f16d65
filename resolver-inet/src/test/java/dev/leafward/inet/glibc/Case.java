// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One configuration under which both are asked the same.
 *
 * @param name what it is about; {@code docs/stub.md} has it
 * @param resolvConf the lines of {@code resolv.conf} behind those of the name servers
 * @param environment LOCALDOMAIN, RES_OPTIONS
 * @param hosts the hosts file
 * @param nsswitch the line of {@code nsswitch.conf}
 * @param servers how the name servers behave, which are at 127.0.0.1, 127.0.0.2, 127.0.0.3
 * @param lookups what is asked: names, {@code -4} or {@code -6} before one of one family alone, and
 *     {@code -x} before an address of which the name is wanted
 * @param watched how the queries are to be compared
 * @param difference where the two differ on purpose
 */
record Case(
    String name,
    String resolvConf,
    Map<String, String> environment,
    String hosts,
    String nsswitch,
    List<Behaviour> servers,
    List<String> lookups,
    Watched watched,
    @Nullable Difference difference) {

  /** How queries are compared. */
  enum Watched {
    /** In their order, but for that of A and AAAA, which are asked at once. */
    EACH_TYPE,
    /** In their order. */
    ALL,
    /** Many times; which servers were asked in all, as a lookup begins with any of them. */
    SERVERS
  }

  /**
   * What only one of the two does.
   *
   * @param row the row of {@code docs/stub.md} that says why, by the beginning of it
   * @param glibc what only glibc shows
   * @param leafward what only Leafward shows
   */
  record Difference(String row, List<String> glibc, List<String> leafward) {}

  /** A case about a name server that is honest, asked for one name. */
  static Case of(String name, String... lookups) {
    return new Case(
        name,
        "options timeout:1 attempts:1\n",
        Map.of(),
        "127.0.0.1 localhost\n",
        "hosts: files dns",
        List.of(Behaviour.HONEST),
        List.of(lookups),
        Watched.EACH_TYPE,
        null);
  }

  Case conf(String lines) {
    return new Case(
        name,
        "options timeout:1 attempts:1\n" + lines + "\n",
        environment,
        hosts,
        nsswitch,
        servers,
        lookups,
        watched,
        difference);
  }

  Case environment(String variable, String value) {
    Map<String, String> one = Map.of(variable, value);
    return new Case(name, resolvConf, one, hosts, nsswitch, servers, lookups, watched, difference);
  }

  Case hosts(String file) {
    return new Case(
        name, resolvConf, environment, file, nsswitch, servers, lookups, watched, difference);
  }

  Case nsswitch(String line) {
    return new Case(
        name, resolvConf, environment, hosts, line, servers, lookups, watched, difference);
  }

  Case servers(Behaviour... behaviours) {
    List<Behaviour> all = List.of(behaviours);
    return new Case(
        name, resolvConf, environment, hosts, nsswitch, all, lookups, watched, difference);
  }

  Case watching(Watched queries) {
    return new Case(
        name, resolvConf, environment, hosts, nsswitch, servers, lookups, queries, difference);
  }

  Case differs(String row, List<String> glibc, List<String> leafward) {
    Difference stated = new Difference(row, glibc, leafward);
    return new Case(
        name, resolvConf, environment, hosts, nsswitch, servers, lookups, watched, stated);
  }

  /** The whole of {@code resolv.conf}. */
  String resolvConfFile() {
    StringBuilder file = new StringBuilder();
    for (int i = 1; i <= servers.size(); i++) {
      file.append("nameserver 127.0.0.").append(i).append('\n');
    }
    return file.append(resolvConf).toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
