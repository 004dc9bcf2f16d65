// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole command in the demo Internet: real sockets, nothing leaves the machine. */
class DemoCommandTest {
  private final Capture out = new Capture();
  private final Capture err = new Capture();

  @Test
  void printsAnAliasAndTheAddressBehindIt() {
    assertThat(run("--demo m.facebook.com +short")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).isEqualTo("star-mini.c10r.facebook.com.\n157.240.8.35\n");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void printsTheNameOfAnAddress() {
    assertThat(run("--demo -x 203.6.74.5 +short")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).isEqualTo("www.defence.gov.au.\n");
  }

  @Test
  void tracesReferralsAliasesAndTheLookupOfAServerWithoutGlue() {
    run("--demo www.163.com +trace");

    assertThat(out.text())
        .containsSubsequence(
            ";; TRACE of www.163.com. IN A\n",
            "zone . (the root) ",
            "=> referral to com. (13 name servers, 26 glue addresses)\n",
            "zone com. ",
            "=> referral to 163.com. ",
            "=> alias to www.163.com.lxdns.com.\n",
            ";;    www.163.com. is an alias of www.163.com.lxdns.com.\n",
            "=> referral to lxdns.com. ",
            " www.163.com.lxdns.com. is an alias of 163.xdwscache.ourglb0.com.\n",
            "=> referral to ourglb0.com. (5 name servers, no glue)\n",
            "zone ourglb0.com. ",
            "=> answer: 122.13.74.252, 157.255.20.6, 112.90.246.87\n",
            ";; ANSWER SECTION:\n",
            "www.163.com.\t\t535\tIN\tCNAME\twww.163.com.lxdns.com.\n",
            "www.163.com.lxdns.com.\t536\tIN\tCNAME\t163.xdwscache.ourglb0.com.\n",
            "163.xdwscache.ourglb0.com. 38\tIN\tA\t122.13.74.252\n",
            "163.xdwscache.ourglb0.com. 38\tIN\tA\t157.255.20.6\n",
            "163.xdwscache.ourglb0.com. 38\tIN\tA\t112.90.246.87\n")
        // Which of the five servers is looked up is chance, and so is the zone that it is in.
        .containsPattern(
            "(?s)needs address of name server dns[1-5]\\.ourglb0\\.(org|info)\\.\n;;    \\|\n"
                + ";;    \\|  \\d+\\.1  zone \\. \\(the root\\) .*"
                + "\n;;    \\|  +=> referral to (org|info)\\. .*"
                + "\n;;    \\|  +=> referral to ourglb0\\.(org|info)\\. ");
  }

  @Test
  void keepsTheTraceWithin80Columns() {
    run("--demo www.163.com +trace +short");

    assertThat(out.text().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void saysInTheTraceThatATruncatedReplyWasFetchedByTcp() {
    run("--demo vodafone.com.au TXT +noedns +trace");

    assertThat(out.text())
        .containsPattern("(?s)zone vodafone\\.com\\.au\\. +UDP .*=> truncated")
        .containsPattern(
            "(?s)=> truncated.*zone vodafone\\.com\\.au\\. +TCP .*=> answer: 7 records")
        .contains("QUERY: 1, ANSWER: 7, AUTHORITY: 0, ADDITIONAL: 0\n");
    assertThat(out.text().lines().filter(line -> line.startsWith("vodafone.com.au.\t506\tIN\tTXT")))
        .hasSize(7)
        .filteredOn(line -> line.contains("\"v=spf1"))
        .singleElement()
        .asString()
        .matches(".*\tTXT\t\"v=spf1[^\"]*\" \"[^\"]*\"");
  }

  @Test
  void showsWhatCameFromTheCache() {
    run("--demo m.facebook.com +short m.facebook.com +trace +short");

    assertThat(out.text())
        .containsSubsequence(
            "157.240.8.35\n",
            ";; TRACE of m.facebook.com. IN A\n",
            ";; 1  cache ",
            ";;    looked for m.facebook.com. IN A\n",
            "157.240.8.35\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--demo nosuch.example.com, 'status: NXDOMAIN'",
    "--demo example.com AAAA, 'QUERY: 1, ANSWER: 0, AUTHORITY: 1'",
    "--demo www.yahoo.com ANY, 'CNAME\tfd-fp3.wg1.b.yahoo.com.'",
    "--demo 123-reg.co.uk MX +tcp, 'MX\t5 edge01.webfusion.com.'",
    "--demo 123-reg.co.uk SOA, 'SOA\tns.webfusion.co.uk. hostmaster.123-reg.co.uk. 2014020702'",
    "--demo bar.example.com +dnssec, 'flags: do; udp: 1232'",
    "--demo, '.\t\t\t86400\tIN\tNS\ta.root-servers.net.'"
  })
  void answersLikeDig(String line, String printed) {
    assertThat(run(line)).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text())
        .contains(printed)
        .contains(";; SERVER: 127.0.0.1#0(leafward) (recursive in the demo Internet)\n")
        .containsPattern(";; Query time: \\d+ msec\n")
        .containsPattern(";; MSG SIZE  rcvd: \\d+\n\n$");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void printsOneJsonObjectAQuestion() throws IOException {
    run("--demo +json m.facebook.com nosuch.example.com");

    assertThat(out.text().lines()).hasSize(2);
    int depth = 0;
    int objects = 0;
    try (JsonParser parser = new JsonFactory().createParser(out.text())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        objects += depth == 0 ? 1 : 0;
      }
    }
    assertThat(objects).isEqualTo(2);
  }

  private ExitStatus run(String line) {
    return new LeafwardCommand(out.stream(), err.stream(), () -> Palette.PLAIN, ResolverPool::open)
        .run(List.of(line.split(" ")));
  }
}
