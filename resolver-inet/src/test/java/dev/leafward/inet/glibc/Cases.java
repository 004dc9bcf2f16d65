// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import static dev.leafward.inet.glibc.Behaviour.FORMERR;
import static dev.leafward.inet.glibc.Behaviour.FORMERR_ON_EDNS;
import static dev.leafward.inet.glibc.Behaviour.HONEST;
import static dev.leafward.inet.glibc.Behaviour.LAME;
import static dev.leafward.inet.glibc.Behaviour.NOTIMP;
import static dev.leafward.inet.glibc.Behaviour.NXDOMAIN;
import static dev.leafward.inet.glibc.Behaviour.REFUSED;
import static dev.leafward.inet.glibc.Behaviour.SERVFAIL;
import static dev.leafward.inet.glibc.Behaviour.SHORT;
import static dev.leafward.inet.glibc.Behaviour.SILENT;
import static dev.leafward.inet.glibc.Behaviour.TRUNCATING;
import static dev.leafward.inet.glibc.Behaviour.TRUNCATING_WITHOUT_RA;

import java.util.List;
import java.util.stream.Stream;

/** What is asked of both, option by option, and the zone that the honest servers serve. */
final class Cases {

  static final String ZONE =
      """
      @ 0 IN SOA ns. root. 1 60 60 60 0
      @ 0 IN NS ns.
      ns 0 IN A 127.0.0.1
      host.example 0 IN A 192.0.2.1
      host.example 0 IN AAAA 2001:db8::1
      v4.example 0 IN A 192.0.2.4
      v6.example 0 IN AAAA 2001:db8::6
      text.example 0 IN TXT "no address"
      many.example 0 IN A 192.0.2.11
      many.example 0 IN A 192.0.2.12
      own.example 0 IN A 198.51.100.1
      own.example 0 IN A 192.0.2.77
      own.example 0 IN AAAA 2001:db8::77
      alias.example 0 IN CNAME second.example
      second.example 0 IN CNAME host.example
      dangling.example 0 IN CNAME nowhere.example
      www.corp.example 0 IN A 192.0.2.21
      www.corp.example 0 IN AAAA 2001:db8::21
      www.lab.example 0 IN A 192.0.2.22
      db.lab.example 0 IN A 192.0.2.23
      a.b.corp.example 0 IN A 192.0.2.24
      text.corp.example 0 IN TXT "no address"
      text.lab.example 0 IN A 192.0.2.25
      bare 0 IN A 192.0.2.31
      1.2.0.192.in-addr.arpa 0 IN PTR host.example.
      1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa 0 IN PTR host.example.
      """;

  private static final String NOTHING = "nothing.example";

  private Cases() {}

  static List<Case> all() {
    return Stream.of(answers(), searches(), servers(), options(), places())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> answers() {
    return List.of(
        Case.of("addresses", "host.example", "v4.example", "v6.example", "many.example"),
        Case.of("one family", "-4 host.example", "-6 host.example"),
        Case.of("order", "own.example"),
        Case.of("no data", "text.example", "-4 v6.example"),
        Case.of("no such name", NOTHING),
        Case.of("aliases", "alias.example", "dangling.example"),
        Case.of("names of addresses", "-x 192.0.2.1", "-x 2001:db8::1", "-x 192.0.2.99"));
  }

  private static List<Case> searches() {
    String two = "search corp.example lab.example";
    return List.of(
        Case.of("search", "www", "db", "missing").conf(two),
        Case.of("search no data", "text").conf(two),
        Case.of("search dotted", "host.example", "a.b").conf(two),
        Case.of("ndots:2", "a.b", "host.example").conf(two + "\noptions ndots:2"),
        Case.of("ndots:0", "www", "bare").conf(two + "\noptions ndots:0"),
        Case.of("domain", "www", "db").conf("domain lab.example"),
        Case.of("last of search and domain", "db").conf(two + "\ndomain lab.example"),
        Case.of("trailing dot", "www.", "bare.", "host.example.").conf(two),
        Case.of("no-tld-query", "bare", "www").conf(two + "\noptions no-tld-query"),
        Case.of("root among the suffixes", "bare", "host.example", "db", "missing", NOTHING)
            .conf("search . lab.example")
            .differs(
                "the root among the suffixes",
                List.of(
                    "nothing.example: UDP 127.0.0.1 nothing.example. A rd",
                    "nothing.example: UDP 127.0.0.1 nothing.example. AAAA rd"),
                List.of()),
        Case.of("LOCALDOMAIN", "db").conf(two).environment("LOCALDOMAIN", "lab.example"),
        Case.of("HOSTALIASES", "nick")
            .hosts("127.0.0.1 localhost\nnick host.example\n")
            .environment("HOSTALIASES", "/etc/hosts")
            .differs(
                "HOSTALIASES",
                List.of(
                    "nick is 2001:db8::1 192.0.2.1 (host.example)",
                    "nick: UDP 127.0.0.1 host.example. A rd",
                    "nick: UDP 127.0.0.1 host.example. AAAA rd"),
                List.of(
                    "nick is ",
                    "nick: UDP 127.0.0.1 nick. A rd",
                    "nick: UDP 127.0.0.1 nick. AAAA rd")),
        Case.of("RES_OPTIONS", "a.b").conf(two).environment("RES_OPTIONS", "ndots:2"),
        Case.of("search SERVFAIL", "www").conf(two).servers(SERVFAIL),
        Case.of("a suffix that is no name", "db")
            .conf("search a..b lab.example")
            .differs(
                "a suffix that is no name",
                List.of("db is ", "db: UDP 127.0.0.1 db. A rd", "db: UDP 127.0.0.1 db. AAAA rd"),
                List.of(
                    "db is 192.0.2.23 (db.lab.example)",
                    "db: UDP 127.0.0.1 db.lab.example. A rd",
                    "db: UDP 127.0.0.1 db.lab.example. AAAA rd")),
        Case.of("negative ndots", "a.b").conf(two + "\noptions ndots:-1"),
        Case.of("search silence", "www").conf(two).servers(SILENT));
  }

  private static List<Case> servers() {
    return List.of(
        Case.of("silent first server", "host.example").servers(SILENT, HONEST),
        Case.of("attempts:2", "-4 host.example").conf("options attempts:2").servers(SILENT, SILENT),
        Case.of("SERVFAIL first", "host.example", NOTHING).servers(SERVFAIL, HONEST),
        Case.of("REFUSED first", "host.example", NOTHING).servers(REFUSED, HONEST),
        Case.of("NOTIMP first", "host.example", NOTHING).servers(NOTIMP, HONEST),
        Case.of("FORMERR first", "-4 host.example")
            .servers(FORMERR, HONEST)
            .differs(
                "any other RCODE but NXDOMAIN",
                List.of("-4 host.example is "),
                List.of(
                    "-4 host.example is 192.0.2.1 (host.example)",
                    "-4 host.example: UDP 127.0.0.2 host.example. A rd")),
        Case.of("less than a header first", "-4 host.example").servers(SHORT, HONEST),
        Case.of("lame first", "host.example").servers(LAME, HONEST),
        Case.of("NXDOMAIN first", "host.example").servers(NXDOMAIN, HONEST),
        Case.of("all refuse", "host.example").conf("options attempts:2").servers(REFUSED, REFUSED),
        Case.of("fourth server", "host.example").servers(REFUSED, REFUSED, REFUSED, HONEST),
        Case.of("truncated", "host.example").servers(TRUNCATING),
        Case.of("truncated second", "host.example").servers(SERVFAIL, TRUNCATING),
        Case.of("truncated and lame", "-4 host.example")
            .servers(TRUNCATING_WITHOUT_RA)
            .differs(
                "TC, and nothing else",
                List.of("-4 host.example is "),
                List.of(
                    "-4 host.example is 192.0.2.1 (host.example)",
                    "-4 host.example: TCP 127.0.0.1 host.example. A rd")));
  }

  private static List<Case> options() {
    return List.of(
        Case.of("rotate", "host.example")
            .conf("options rotate")
            .servers(HONEST, HONEST)
            .watching(Case.Watched.SERVERS),
        Case.of("edns0", "host.example").conf("options edns0"),
        Case.of("edns0 FORMERR", "-4 host.example")
            .conf("options edns0")
            .servers(FORMERR_ON_EDNS)
            .differs(
                "FORMERR to EDNS",
                List.of("-4 host.example is "),
                List.of(
                    "-4 host.example is 192.0.2.1 (host.example)",
                    "-4 host.example: UDP 127.0.0.1 host.example. A rd")),
        Case.of("trust-ad", "host.example").conf("options trust-ad"),
        Case.of("use-vc", "host.example", NOTHING).conf("options use-vc"),
        Case.of("single-request", "host.example", NOTHING)
            .conf("options single-request")
            .watching(Case.Watched.ALL),
        Case.of("single-request-reopen", "host.example").conf("options single-request-reopen"),
        Case.of("no-aaaa", "host.example", "v6.example").conf("options no-aaaa"),
        Case.of("attempts:0", "-4 host.example")
            .conf("options attempts:0")
            .differs(
                "attempts:N",
                List.of("-4 host.example is "),
                List.of(
                    "-4 host.example is 192.0.2.1 (host.example)",
                    "-4 host.example: UDP 127.0.0.1 host.example. A rd")),
        Case.of("options by their beginnings", "-4 host.example")
            .conf("options use-vcs no-aaaaa edns0x trust-ads"),
        Case.of("options without effect", "host.example")
            .conf("options inet6 no-check-names debug"));
  }

  private static List<Case> places() {
    String file =
        """
        127.0.0.1 localhost
        192.0.2.51 filed.example filed
        2001:db8::51 filed.example
        192.0.2.52 half.example
        192.0.2.1 mine.example
        """;
    return List.of(
        Case.of("hosts file", "filed", "filed.example", "half.example", "host.example").hosts(file),
        Case.of("hosts file backwards", "-x 192.0.2.51", "-x 192.0.2.1").hosts(file),
        Case.of("dns before files", "filed", "host.example")
            .hosts(file)
            .nsswitch("hosts: dns files"),
        Case.of("files alone", "filed", "host.example").hosts(file).nsswitch("hosts: files"),
        Case.of("NOTFOUND=return", "filed", "host.example")
            .hosts(file)
            .nsswitch("hosts: dns [NOTFOUND=return] files"),
        Case.of("SERVFAIL and !UNAVAIL=return", "filed", "-4 filed")
            .hosts(file)
            .nsswitch("hosts: dns [!UNAVAIL=return] files")
            .servers(SERVFAIL),
        Case.of("SERVFAIL and UNAVAIL=return", "filed", "-4 filed")
            .hosts(file)
            .nsswitch("hosts: dns [UNAVAIL=return] files")
            .servers(SERVFAIL),
        Case.of("SERVFAIL and TRYAGAIN=return", "filed", "-4 filed")
            .hosts(file)
            .nsswitch("hosts: dns [TRYAGAIN=return] files")
            .servers(SERVFAIL),
        Case.of("silence and UNAVAIL=return", "-4 filed")
            .hosts(file)
            .nsswitch("hosts: dns [UNAVAIL=return] files")
            .servers(SILENT),
        Case.of("FORMERR and NOTFOUND=return", "-4 filed")
            .hosts(file)
            .nsswitch("hosts: dns [NOTFOUND=return] files")
            .servers(FORMERR)
            .differs(
                "any other RCODE but NXDOMAIN",
                List.of("-4 filed is "),
                List.of("-4 filed is 192.0.2.51 (filed.example)")),
        Case.of("NOTFOUND=continue", "filed")
            .hosts(file)
            .nsswitch("hosts: dns [NOTFOUND=continue] files"),
        Case.of("IPv4 alone in the file", "-6 half.example")
            .hosts(file)
            .nsswitch("hosts: files")
            .differs(
                "IPv6 wanted, IPv4 alone in the file",
                List.of("-6 half.example is 192.0.2.52 (half.example)"),
                List.of("-6 half.example is ")),
        Case.of("trailing dot in the file", "filed.")
            .hosts(file)
            .nsswitch("hosts: files")
            .differs(
                "a name with a trailing dot",
                List.of("filed. is "),
                List.of("filed. is 192.0.2.51 (filed.example)")),
        Case.of("SUCCESS=continue", "filed", "half.example")
            .hosts(file)
            .nsswitch("hosts: files [SUCCESS=continue] dns")
            .differs(
                "[SUCCESS=continue]",
                List.of("filed is ", "half.example is "),
                List.of(
                    "filed is 192.0.2.51 (filed.example)",
                    "half.example is 192.0.2.52 (half.example)")),
        Case.of("names of this machine", "localhost", "a.localhost", "a.invalid", "a.onion")
            .differs(
                "localhost",
                List.of(
                    "a.localhost is ",
                    "a.localhost: UDP 127.0.0.1 a.localhost. A rd",
                    "a.localhost: UDP 127.0.0.1 a.localhost. AAAA rd",
                    "a.invalid: UDP 127.0.0.1 a.invalid. A rd",
                    "a.invalid: UDP 127.0.0.1 a.invalid. AAAA rd",
                    "a.onion: UDP 127.0.0.1 a.onion. A rd",
                    "a.onion: UDP 127.0.0.1 a.onion. AAAA rd"),
                List.of("a.localhost is ::1 127.0.0.1 (a.localhost)")),
        Case.of("odd forms of addresses", "127.1", "0x7f.1", "1.2.3.4.")
            .differs(
                "127.1",
                List.of(
                    "127.1 is 127.0.0.1 (127.1)",
                    "0x7f.1 is 127.0.0.1 (0x7f.1)",
                    "1.2.3.4.: UDP 127.0.0.1 1.2.3.4. A rd",
                    "1.2.3.4.: UDP 127.0.0.1 1.2.3.4. AAAA rd"),
                List.of("127.1 is ", "0x7f.1 is ")),
        Case.of("addresses as text", "192.0.2.9", "2001:db8::9"));
  }
}
