// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example runs, offline, and prints what it is meant to show. */
class ExamplesTest {

  @Test
  void resolveTellsTheThreeKindsOfAnswerApart() throws Exception {
    assertThat(Printed.by(Resolve::main))
        .containsExactly(
            "www.163.com: 163.xdwscache.ourglb0.com. at 122.13.74.252, 157.255.20.6, 112.90.246.87",
            "nic.uk: exists, but has no IPv4 address",
            "nosuch.example.com: does not exist, for the next 900 seconds");
  }

  @Test
  void resolveTakesNamesFromTheCommandLine() throws Exception {
    assertThat(Printed.by(() -> Resolve.main("www.grokit.ca")))
        .containsExactly("www.grokit.ca: ghs.googlehosted.com. at 74.125.28.121");
  }

  @Test
  void resolveAsyncPrintsEveryAnswerInTheOrderOfTheQuestions() throws Exception {
    assertThat(Printed.by(ResolveAsync::main))
        .containsExactly(
            "m.facebook.com. is star-mini.c10r.facebook.com.",
            "www.grokit.ca. is ghs.googlehosted.com.",
            "blog.cloudflare.com. is cloudflare.ghost.io.",
            "bar.example.com. is foo.example.com.");
  }

  @Test
  void reverseLookupConfirmsTheNameItFinds() throws Exception {
    assertThat(Printed.by(ReverseLookup::main))
        .containsExactly("203.6.74.5 is www.defence.gov.au. (confirmed)");
  }

  @Test
  void reverseLookupSaysWhereThereIsNoName() throws Exception {
    assertThat(Printed.by(() -> ReverseLookup.main("203.6.74.6")))
        .containsExactly("203.6.74.6 has no name");
  }

  @Test
  void corporateZoneTakesEveryNameItsOwnWay() throws Exception {
    assertThat(Printed.by(CorporateZone::main))
        .containsExactly(
            "wiki.corp.example is 10.0.0.80, by forward zone corp.example. -> 10.0.0.53",
            "printer.corp.example is 10.0.0.7, by local zone printer.corp.example.",
            "www.grokit.ca is 74.125.28.121, by the root servers",
            "tracker.ads.example: the local zone ads.example. has the question refused",
            "7.0.0.10.in-addr.arpa has no address, by local zone 10.in-addr.arpa.");
  }

  @Test
  void followServiceHearsOfItsMove() throws Exception {
    assertThat(Printed.by(FollowService::main))
        .containsExactly(
            "first.corp.example:5432 at [10.0.0.80]",
            "second.corp.example:5433 at [10.0.0.90]",
            "now at [10.0.0.80]",
            "now at [10.0.0.81]");
  }

  @Test
  void lookIntoCacheCarriesOverWhatIsKnown() throws Exception {
    List<String> lines = Printed.by(LookIntoCache::main);
    assertThat(lines).anyMatch(line -> line.startsWith("Data[rrset=bar.example.com. "));
    assertThat(lines).containsSubsequence("known: true", "forgotten: 1", "known: false");
  }

  @Test
  void explainResolutionShowsTheReferralsTheAliasesAndTheSubLookups() throws Exception {
    List<String> lines = Printed.by(ExplainResolution::main);
    assertThat(lines).first().isEqualTo("www.163.com. IN A");
    assertThat(lines)
        .containsSubsequence(
            "  alias to www.163.com.lxdns.com.", "  alias to 163.xdwscache.ourglb0.com.");
    assertThat(lines)
        .anyMatch(line -> line.matches("  asked .\\.root-servers\\.net\\. for \\.: referral .*"))
        .anyMatch(line -> line.matches(" {6,}asked .* for (org|info)\\.: .*"));
  }
}
