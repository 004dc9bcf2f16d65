// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.answer.Step.Judgement;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a resolver must say of the demo Internet: every row is resolved from the root by a resolver
 * that knows nothing yet, over real sockets and again in virtual time.
 */
class DemoTableTest {

  private static final Pattern TTL = Pattern.compile(" (\\d+) ");

  private static LoopbackInternet loopback;

  @BeforeAll
  static void startLoopback() {
    loopback = DemoInternet.onLoopback();
  }

  @AfterAll
  static void stopLoopback() {
    loopback.close();
  }

  static Stream<Row> table() {
    return Stream.of(
        row(
            "m.facebook.com",
            RRType.A,
            "m.facebook.com. 3600 CNAME star-mini.c10r.facebook.com.",
            "star-mini.c10r.facebook.com. 60 A 157.240.8.35"),
        row(
            "www.163.com",
            RRType.A,
            "www.163.com. 535 CNAME www.163.com.lxdns.com.",
            "www.163.com.lxdns.com. 536 CNAME 163.xdwscache.ourglb0.com.",
            "163.xdwscache.ourglb0.com. 38 A 122.13.74.252",
            "163.xdwscache.ourglb0.com. 38 A 157.255.20.6",
            "163.xdwscache.ourglb0.com. 38 A 112.90.246.87"),
        row("dns1.ourglb0.org", RRType.A, "dns1.ourglb0.org. 86400 A 150.138.173.201"),
        row("dns5.ourglb0.org", RRType.A, "dns5.ourglb0.org. 86400 A 221.202.204.225"),
        row(
            "www.grokit.ca",
            RRType.A,
            "www.grokit.ca. 865 CNAME ghs.googlehosted.com.",
            "ghs.googlehosted.com. 214 A 74.125.28.121"),
        row(
            "121.28.125.74.in-addr.arpa",
            RRType.PTR,
            "121.28.125.74.in-addr.arpa. 86400 PTR pc-in-f121.1e100.net."),
        row(
            "2.224.241.207.in-addr.arpa",
            RRType.PTR,
            "2.224.241.207.in-addr.arpa. 3600 PTR www.archive.org."),
        row("www.yahoo.com", RRType.ANY, "www.yahoo.com. 293 CNAME fd-fp3.wg1.b.yahoo.com."),
        row("webmail.123-reg.co.uk", RRType.A, "webmail.123-reg.co.uk. 300 A 94.136.40.161"),
        row(
            "123-reg.co.uk",
            RRType.MX,
            "123-reg.co.uk. 216 MX 5 edge01.webfusion.com.",
            "123-reg.co.uk. 216 MX 5 edge02.webfusion.com."),
        row(
            "123-reg.co.uk",
            RRType.SOA,
            "123-reg.co.uk. 300 SOA ns.webfusion.co.uk."
                + " hostmaster.123-reg.co.uk. 2014020702 86400 3600 1209600 300"),
        row(
            "taste.com.au",
            RRType.SOA,
            "taste.com.au. 176 SOA dns0.news.com.au. hostmaster.news.com.au."
                + " 2019060600 900 600 604800 300"),
        row(
            "telstra.com.au",
            RRType.TXT,
            "telstra.com.au. 1303 TXT \"v=spf1 include:_spf.telstra.com.au ~all\"",
            "telstra.com.au. 1303 TXT"
                + " \"google-site-verification=demo-5vT0aK2mQx7Lr9YwEpZs4HcNfUjBdGoI1e8\"",
            "telstra.com.au. 1303 TXT \"facebook-domain-verification=demo0q7w3e9r5t1y8u2i4o6p\""),
        row(
            "vodafone.com.au",
            RRType.TXT,
            "vodafone.com.au. 506 TXT \"MS=ms00000000\"",
            "vodafone.com.au. 506 TXT \"v=spf1 include:_spf.vodafone.com.au "
                + "ip4:203.0.113.8/29 ip4:203.0.113.16/29 ip4:203.0.113.24/29 "
                + "ip4:203.0.113.32/29 ip4:203.0.113.40/29 ip4:203.0.113.48/29 "
                + "ip4:203.0.113.56/29 ip4:203.0.113.64/29 ip4:203.0.113.72/29 "
                + "ip4:203.0.113.80/29 ip4:203.0.113.88/29 \" \"ip4:203.0.113.96/29 -all\"",
            "vodafone.com.au. 506 TXT "
                + "\"google-site-verification=demo-Hq3RkT8vYw1ZsXc5BnMj7LpUo2IeAdGf9t4\"",
            "vodafone.com.au. 506 TXT "
                + "\"facebook-domain-verification=demo1a2b3c4d5e6f7g8h9i0j\"",
            "vodafone.com.au. 506 TXT \"apple-domain-verification=demoQwErTyUiOpAs\"",
            "vodafone.com.au. 506 TXT "
                + "\"adobe-idp-site-verification=demo-00112233445566778899aabbccddeeff\"",
            "vodafone.com.au. 506 TXT \"docusign=00000000-0000-4000-8000-000000000000\""),
        row("defence.gov.au", RRType.A, "defence.gov.au. 3600 A 203.6.74.5"),
        row(
            "5.74.6.203.in-addr.arpa",
            RRType.PTR,
            "5.74.6.203.in-addr.arpa. 3600 PTR www.defence.gov.au."),
        row("www.defence.gov.au", RRType.A, "www.defence.gov.au. 3600 A 203.6.74.5"),
        row(
            "blog.cloudflare.com",
            RRType.A,
            "blog.cloudflare.com. 300 CNAME cloudflare.ghost.io.",
            "cloudflare.ghost.io. 300 A 203.0.113.61"),
        row(
            "blog.cloudflare.com",
            RRType.CNAME,
            "blog.cloudflare.com. 300 CNAME cloudflare.ghost.io."),
        row(
            "bar.example.com",
            RRType.A,
            "bar.example.com. 3600 CNAME foo.example.com.",
            "foo.example.com. 3600 A 192.0.2.23"),
        row("nosuch.example.com", RRType.A, "no such name for 900 s"),
        row("example.com", RRType.AAAA, "no data for 900 s"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isAnsweredOverRealSockets(Row row) throws Exception {
    try (Resolver resolver = loopback.recursive().build()) {
      long asked = System.nanoTime();
      Map<String, Long> told = ttls(told(resolver.resolve(row.name(), row.type())));
      // What was learnt on the way may be read back from the cache, aged by the real clock. A TTL
      // is rounded up, so it is exact unless a whole second passed, as it may on a busy machine.
      long wholeSeconds = Duration.ofNanos(System.nanoTime() - asked).toSeconds();

      Map<String, Long> published = ttls(row.told());
      assertThat(told).containsOnlyKeys(published.keySet());
      assertThat(told)
          .allSatisfy((line, ttl) -> {
            long whole = published.getOrDefault(line, 0L);
            assertThat(ttl).isBetween(whole - wholeSeconds, whole);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void isAnsweredInVirtualTime(Row row) throws Exception {
    try (SimulatedInternet internet = DemoInternet.simulated(20260101);
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve(row.name(), row.type());
      assertThat(told(answer)).containsExactlyInAnyOrderElementsOf(row.told());
      assertThat(answer.explanation().exchanges())
          .extracting(Step.Exchange::verdict)
          .doesNotContain(Judgement.LAME, Judgement.UNUSABLE, Judgement.NO_REPLY);
    }
  }

  /** What an answer says, a line a record. */
  private static List<String> told(Answer answer) {
    return switch (answer) {
      case Answer.Found found ->
          Stream.concat(found.aliases().stream(), found.rrsets().stream())
              .flatMap(DemoTableTest::lines)
              .toList();
      case Answer.NoData none -> List.of("no data for " + none.ttl() + " s");
      case Answer.NoSuchName none -> List.of("no such name for " + none.ttl() + " s");
    };
  }

  private static Stream<String> lines(RRset set) {
    return set.rdata().stream()
        .map(data -> set.name() + " " + set.ttl() + " " + set.type() + " " + data);
  }

  /** The TTL of each line, by what the line says otherwise. */
  private static Map<String, Long> ttls(List<String> lines) {
    Map<String, Long> ttls = new HashMap<>();
    for (String line : lines) {
      Matcher ttl = TTL.matcher(line);
      assertThat(ttl.find()).as(line).isTrue();
      long seconds = Long.parseLong(ttl.group(1));
      assertThat(ttls.put(ttl.replaceFirst(" "), seconds)).as("told twice: " + line).isNull();
    }
    return ttls;
  }

  private static Row row(String name, RRType type, String... told) {
    return new Row(name, type, List.of(told));
  }

  /** A question, and what is to be told of it. */
  record Row(String name, RRType type, List<String> told) {
    @Override
    public String toString() {
      return name + " " + type;
    }
  }
}
