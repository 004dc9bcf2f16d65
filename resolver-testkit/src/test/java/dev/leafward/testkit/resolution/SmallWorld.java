// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.wire.message.Question;
import java.util.List;

/** A root, {@code com.} and {@code org.}, {@code example.com.} and {@code example.org.}. */
final class SmallWorld {

  static final String ROOT = "198.41.0.4";
  static final String COM = "192.0.2.1";
  static final String ORG = "192.0.2.2";
  static final String EXAMPLE_COM = "192.0.2.53";
  static final String EXAMPLE_COM_2 = "192.0.2.54";
  static final String EXAMPLE_ORG = "203.0.113.53";
  static final String LEAF = "203.0.113.7";

  private SmallWorld() {}

  /** Puts the world into an Internet, but for the parts that the test wants to write itself. */
  static <T extends MockInternet> T in(T internet) {
    root(internet, "");
    com(
        internet,
        """
        example     NS ns1.example
        example     NS ns2.example
        ns1.example A 192.0.2.53
        ns2.example A 192.0.2.54
        """);
    internet
        .zone("org.")
        .at(ORG)
        .text(
            """
            $TTL 86400
            @           SOA ns.nic hostmaster.nic 1 1800 900 604800 300
            @           NS ns.nic
            ns.nic      A 192.0.2.2
            example     NS ns1.example
            ns1.example A 203.0.113.53
            """);
    internet
        .zone("example.com.")
        .at(EXAMPLE_COM, EXAMPLE_COM_2)
        .text(
            """
            $TTL 300
            @     SOA ns1 hostmaster 1 1800 900 604800 60
            @     NS  ns1
            @     NS  ns2
            ns1   A   192.0.2.53
            ns2   A   192.0.2.54
            www   A   192.0.2.80
            alias CNAME www
            away  CNAME www.example.org.
            loop1 CNAME loop2.example.org.
            zero  0 A 192.0.2.81
            long  604800 A 192.0.2.83
            deep.empty A 192.0.2.82
            big   TXT %s
            """
                .formatted(("\"" + "x".repeat(250) + "\" ").repeat(6)));
    internet
        .zone("example.org.")
        .at(EXAMPLE_ORG)
        .text(
            """
            $TTL 300
            @     SOA ns1 hostmaster 1 1800 900 604800 60
            @     NS  ns1
            ns1   A   203.0.113.53
            www   A   203.0.113.80
            loop2 CNAME loop1.example.com.
            """);
    return internet;
  }

  /** The root zone, with more delegations. */
  static void root(MockInternet internet, String more) {
    internet
        .zone(".")
        .at(ROOT)
        .text(
            """
            $TTL 86400
            .                    SOA a.root-servers.net. nstld.example. 1 1800 900 604800 86400
            .                    NS  a.root-servers.net.
            a.root-servers.net.  A   198.41.0.4
            com.                 NS  a.gtld-servers.com.
            a.gtld-servers.com.  A   192.0.2.1
            org.                 NS  ns.nic.org.
            ns.nic.org.          A   192.0.2.2
            """
                + more);
  }

  /** The zone {@code com.} with these delegations. */
  static void com(MockInternet internet, String delegations) {
    internet
        .zone("com.")
        .at(COM)
        .text(
            """
            $TTL 86400
            @              SOA a.gtld-servers hostmaster 1 1800 900 604800 300
            @              NS a.gtld-servers
            a.gtld-servers A 192.0.2.1
            """
                + delegations);
  }

  /** A root, {@code com.}, and {@code leaf.com.} with these records, served at {@link #LEAF}. */
  static <T extends MockInternet> T leaf(T internet, String records) {
    root(internet, "");
    com(internet, "leaf NS ns.leaf\nns.leaf A 203.0.113.7\n");
    internet
        .zone("leaf.com.")
        .at(LEAF)
        .text(
            """
            $TTL 300
            @  SOA ns host 1 1800 900 604800 60
            @  NS  ns
            ns A   203.0.113.7
            """
                + records);
    return internet;
  }

  /** The questions that reached servers, each with its server, such as "192.0.2.1 www. A". */
  static List<String> asked(MockInternet internet) {
    return internet.queries().stream().map(SmallWorld::line).toList();
  }

  private static String line(ReceivedQuery query) {
    Question question = query.question().orElseThrow();
    return query.server().getAddress().getHostAddress()
        + " "
        + question.name()
        + " "
        + question.type();
  }
}
