// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.demo;

import com.google.common.base.Splitter;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import java.util.List;

/**
 * A little Internet of real names, to try a resolver on without leaving the machine.
 *
 * <pre>{@code
 * try (LoopbackInternet internet = DemoInternet.onLoopback();
 *     Resolver resolver = internet.recursive().build()) {
 *   Answer answer = resolver.resolve("www.163.com", RRType.A);
 * }
 * }</pre>
 *
 * <p>The names were really published, and are delegated from the root as on the Internet: aliases
 * cross zones, servers of one zone are named in another, {@code co.uk.} lives on the servers of
 * {@code uk.}, TXT records are too long for plain UDP. The root's servers and those of {@code com.}
 * have their true addresses; nearly all others have one for documentation (RFC 5737, RFC 3849).
 *
 * <p>What is returned can be changed like any mocked Internet: more zones added, servers silenced.
 */
public final class DemoInternet {

  /** The zones there are; the file of each has its name and lies beside this class. */
  private static final List<String> ZONES =
      List.of(
          // The root, com and net with what names their servers.
          ". com net root-servers.net gtld-servers.net nstld.com",
          // The other top-level domains, and what registries keep below them.
          "org info uk co.uk nic.uk au com.au gov.au ca io",
          // The reverse tree.
          "arpa in-addr-servers.arpa in-addr.arpa 74.in-addr.arpa 125.74.in-addr.arpa",
          "203.in-addr.arpa 74.6.203.in-addr.arpa 207.in-addr.arpa 224.241.207.in-addr.arpa",
          // Companies whose name servers and hosts others use.
          "arin.net apnic.net google.com googlehosted.com 1e100.net lxdns.com",
          "ourglb0.com ourglb0.org ourglb0.info webfusion.co.uk webfusion.com news.com.au",
          // What people look for.
          "123-reg.co.uk 163.com archive.org c10r.facebook.com cloudflare.com defence.gov.au",
          "example.com facebook.com ghost.io grokit.ca taste.com.au telstra.com.au",
          "vodafone.com.au yahoo.com");

  private DemoInternet() {}

  /** The demo Internet behind real UDP and TCP sockets on 127.0.0.1. */
  public static LoopbackInternet onLoopback() {
    return peopled(MockInternet.onLoopback());
  }

  /**
   * The demo Internet in virtual time.
   *
   * @param seed where all chance comes from: equal seeds give equal runs
   */
  public static SimulatedInternet simulated(long seed) {
    return peopled(MockInternet.simulated(seed));
  }

  private static <I extends MockInternet> I peopled(I internet) {
    for (String line : ZONES) {
      for (String zone : Splitter.on(' ').split(line)) {
        String file = (zone.equals(".") ? "root" : zone) + ".zone";
        internet.zone(zone).resource(DemoInternet.class, file);
      }
    }
    return internet;
  }
}
