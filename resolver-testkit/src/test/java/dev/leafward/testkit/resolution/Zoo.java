// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The zone {@code zoo.com.}, on as many servers as a test wants, and what is asked there. */
final class Zoo {

  private Zoo() {}

  /** A root, {@code com.}, and the zone on servers at these addresses. */
  static SimulatedInternet in(SimulatedInternet internet, List<String> addresses) {
    return in(
        internet,
        addresses,
        """
        $TTL 86400
        .                   SOA a.root-servers.net. h. 1 1800 900 604800 86400
        .                   NS  a.root-servers.net.
        a.root-servers.net. A   198.41.0.4
        com.                NS  a.gtld-servers.com.
        """,
        List.of(SmallWorld.ROOT));
  }

  /** The same, with another root zone, at these addresses. */
  static SimulatedInternet in(
      SimulatedInternet internet, List<String> addresses, String root, List<String> roots) {
    internet
        .zone(".")
        .at(roots.toArray(String[]::new))
        .text(root + "a.gtld-servers.com. A 192.0.2.1\n");
    StringBuilder hosts = new StringBuilder();
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      String type = address.contains(":") ? "AAAA" : "A";
      hosts.append("%s NS ns%d.zoo\nns%d.zoo %s %s\n".formatted("zoo", i, i, type, address));
    }
    SmallWorld.com(internet, hosts.toString());
    internet
        .zone("zoo.com.")
        .at(addresses.toArray(String[]::new))
        .text(
            """
            $ORIGIN com.
            $TTL 300
            zoo   SOA ns0.zoo h 1 1800 900 604800 60
            *.zoo A 192.0.2.99
            """
                + hosts);
    return internet;
  }

  /** As many IPv4 addresses. */
  static List<String> addresses(int count) {
    return IntStream.range(1, count + 1).mapToObj(i -> "203.0.113." + i).toList();
  }

  /** Asks for an animal; the only address is expected. */
  static boolean finds(Resolver resolver, String animal) {
    return outcome(resolver, animal).equals("192.0.2.99");
  }

  /** The addresses, or the failure in words. */
  static String outcome(Resolver resolver, String animal) {
    return outcomeOf(resolver, animal + ".zoo.com");
  }

  /** Whether a name is said not to exist. */
  static boolean isDenied(Resolver resolver, String name) {
    return outcomeOf(resolver, name).startsWith("NoSuchName");
  }

  private static String outcomeOf(Resolver resolver, String name) {
    try {
      Answer answer = resolver.resolve(name, RRType.A);
      return answer instanceof Answer.Found found
          ? found.addresses().stream()
              .map(InetAddress::getHostAddress)
              .collect(Collectors.joining(" "))
          : answer.getClass().getSimpleName();
    } catch (ResolutionException e) {
      return e.failure().sentence();
    }
  }

  /** How long the question for an animal takes. */
  static Duration time(Resolver resolver, SimulatedInternet internet, String animal) {
    return timeOf(resolver, internet, animal + ".zoo.com");
  }

  /** How long any question takes, with whatever outcome. */
  static Duration timeOf(Resolver resolver, SimulatedInternet internet, String name) {
    long before = internet.time().nanos();
    outcomeOf(resolver, name);
    return Duration.ofNanos(internet.time().nanos() - before);
  }

  /** What the question for an animal failed with. */
  static Failure failure(Resolver resolver, String animal) {
    try {
      throw new AssertionError("answered: " + resolver.resolve(animal + ".zoo.com", RRType.A));
    } catch (ResolutionException e) {
      return e.failure();
    }
  }

  /** Messages sent to the zone's servers so far, whether they arrived or not. */
  static long sends(SimulatedInternet internet) {
    return internet.log().stream().filter(each -> isOfZoo(each.server().getAddress())).count();
  }

  private static boolean isOfZoo(InetAddress address) {
    String text = address.getHostAddress();
    return text.startsWith("203.0.113.") || text.startsWith("2001:db8:0:0:0:0:53:");
  }
}
