// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.LeafwardInet;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.zone.Zone;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;

/**
 * Looks up what changes, before and after the change, through Leafward's API and through the JDK,
 * and prints what either says. The TTLs are over by then, in a time of the mocked Internet's own;
 * that of the JDK's cache has hardly moved.
 */
public final class CacheProgram {

  private static final String ROOT =
      """
      $ORIGIN .
      @ 86400 SOA a.root-servers.net. x. 1 3600 900 86400 1
      @ 86400 NS a.root-servers.net.
      a.root-servers.net. 86400 A 198.41.0.4
      example. 86400 NS ns.example.
      ns.example. 86400 A 192.0.2.53
      """;

  private static final String EXAMPLE =
      """
      $ORIGIN example.
      @ 1 SOA ns x 1 3600 900 86400 1
      @ 86400 NS ns
      ns 86400 A 192.0.2.53
      """;

  private CacheProgram() {}

  /**
   * Prints four lines.
   *
   * @param arguments security properties to set first, with their values behind an equals sign
   */
  public static void main(String[] arguments) throws Exception {
    for (String argument : arguments) {
      String[] property = argument.split("=", 2);
      Security.setProperty(property[0], property[1]);
    }
    try (SimulatedInternet internet = MockInternet.simulated(1)) {
      internet.zone(".").at("198.41.0.4").text(ROOT);
      internet.zone("example.").at("192.0.2.53").text(EXAMPLE + "short 1 A 192.0.2.1\n");
      HostResolver hosts =
          HostResolver.over(internet.recursive().specialNames(SpecialNames.none()).build())
              .time(internet.time())
              .executor(Runnable::run)
              .build();
      LeafwardInet.use(hosts);
      print("before", hosts);
      internet
          .server("192.0.2.53")
          .serve(Zone.parse("example.", EXAMPLE + "short 1 A 192.0.2.2\nlate 1 A 192.0.2.3\n"));
      internet.time().advance(Duration.ofSeconds(2));
      print("after", hosts);
    }
  }

  private static void print(String when, HostResolver hosts) throws Exception {
    System.out.println(
        when
            + " api "
            + hosts.lookup("short.example").addresses()
            + " "
            + hosts.lookup("late.example").addresses());
    System.out.println(when + " jdk " + jdk("short.example") + " " + jdk("late.example"));
  }

  private static String jdk(String name) {
    try {
      return InetAddress.getByName(name).toString();
    } catch (UnknownHostException e) {
      return e.getCause() == null ? "unknown, no cause" : "unknown";
    }
  }
}
