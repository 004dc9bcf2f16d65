// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Rejection.Reason;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScrubberTest {

  private static final Question WWW = Replies.question("www.example.com.", RRType.A);
  private static final String WWW_A = "www.example.com. A 192.0.2.1";
  private static final String NS = "example.com. NS ns1.example.com.";
  private static final String GLUE = "ns1.example.com. A 192.0.2.53";
  private static final String SOA = "example.com. SOA ns1 hostmaster 1 2 3 4 5";

  private final Scrubber scrubber = new Scrubber(ResolverLimits.DEFAULT);

  private ScrubbedReply scrub(Replies reply, Question asked, String zone) {
    return scrubber.scrub(reply.build(), asked, Replies.cut(zone));
  }

  private ScrubbedReply scrub(Replies reply, String zone) {
    return scrub(reply, WWW, zone);
  }

  private static List<String> lines(List<RRset> rrsets) {
    return rrsets.stream().map(rrset -> rrset.name() + " " + rrset.type()).toList();
  }

  private static List<String> thrownOut(ScrubbedReply reply) {
    return reply.rejections().stream()
        .map(each -> each.rrset().name() + " " + each.rrset().type() + ": " + each.reason())
        .toList();
  }

  @Test
  void keepsTheRecordsThatWereAskedFor() {
    ScrubbedReply reply = scrub(Replies.to(WWW).authoritative().answer(WWW_A), "example.com.");

    assertThat(lines(reply.chain())).containsExactly("www.example.com. A");
    assertThat(reply.rejections()).isEmpty();
  }

  @Test
  void throwsOutNameServersAndAddressesBesideAnAnswer() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW).authoritative().answer(WWW_A).authority(NS).additional(GLUE),
            "example.com.");

    assertThat(reply.referral()).isEmpty();
    assertThat(reply.glue()).isEmpty();
    assertThat(thrownOut(reply))
        .containsExactly(
            "example.com. NS: name servers outside a referral",
            "ns1.example.com. A: not needed for the question");
  }

  @Test
  void throwsOutWhatTheZoneMayNotSay() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW)
                .authoritative()
                .answer(WWW_A, "www.victim.test. A 203.0.113.66")
                .additional("www.victim.test. AAAA 2001:db8::66"),
            "example.com.");

    assertThat(lines(reply.chain())).containsExactly("www.example.com. A");
    assertThat(reply.rejections())
        .hasSize(2)
        .allMatch(each -> each.reason() == Reason.OUT_OF_BAILIWICK);
  }

  @Test
  void followsAliasesInTheZoneWhateverTheOrderOfTheRecords() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW)
                .authoritative()
                .answer(
                    "c.example.com. A 192.0.2.3",
                    "b.example.com. CNAME c.example.com.",
                    "www.example.com. CNAME b.example.com."),
            "example.com.");

    assertThat(lines(reply.chain()))
        .containsExactly("www.example.com. CNAME", "b.example.com. CNAME", "c.example.com. A");
  }

  @Test
  void endsTheChainWhereAnAliasLeavesTheZone() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW)
                .authoritative()
                .answer("www.example.com. CNAME www.other.test.", "www.other.test. A 203.0.113.1"),
            "example.com.");

    assertThat(lines(reply.chain())).containsExactly("www.example.com. CNAME");
    assertThat(thrownOut(reply)).containsExactly("www.other.test. A: out of bailiwick");
  }

  @Test
  void endsTheChainAtAnAliasThatLeadsBack() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW)
                .authoritative()
                .answer(
                    "www.example.com. CNAME b.example.com.",
                    "b.example.com. CNAME www.example.com."),
            "example.com.");

    assertThat(reply.chain()).hasSize(2);
  }

  @Test
  void followsNoMoreAliasesThanTheLimit() {
    Replies reply =
        Replies.to(WWW).authoritative().answer("www.example.com. CNAME n0.example.com.");
    IntStream.range(0, 1000)
        .forEach(i -> reply.answer("n" + i + ".example.com. CNAME n" + (i + 1) + ".example.com."));

    ScrubbedReply scrubbed = scrub(reply, "example.com.");

    assertThat(scrubbed.chain()).hasSize(ResolverLimits.DEFAULT.aliases() + 1);
  }

  @Test
  void followsTheLeastOfSeveralCnamesWhateverTheirOrder() {
    String one = "www.example.com. CNAME a.example.com.";
    String two = "www.example.com. CNAME b.example.com.";

    ScrubbedReply forward = scrub(Replies.to(WWW).authoritative().answer(one, two), "example.com.");
    ScrubbedReply back = scrub(Replies.to(WWW).authoritative().answer(two, one), "example.com.");

    assertThat(forward.chain()).isEqualTo(back.chain());
    assertThat(forward.chain().getFirst().toString()).contains("a.example.com.");
  }

  @Test
  void makesTheAliasOfADnameItself() {
    Question asked = Replies.question("x.old.example.com.", RRType.A);
    ScrubbedReply reply =
        scrub(
            Replies.to(asked)
                .authoritative()
                .answer(
                    "old.example.com. DNAME new.example.com.",
                    "x.old.example.com. CNAME evil.example.com.",
                    "x.new.example.com. A 192.0.2.9"),
            asked,
            "example.com.");

    assertThat(lines(reply.chain()))
        .containsExactly("x.old.example.com. CNAME", "x.new.example.com. A");
    assertThat(reply.chain().getFirst().toString()).contains("x.new.example.com.");
    assertThat(thrownOut(reply))
        .containsExactly("x.old.example.com. CNAME: alias that does not follow from its DNAME");
  }

  @Test
  void takesAReferralWithTheGlueOfItsNameServers() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW)
                .authority(NS, "example.com. NS ns.elsewhere.test.")
                .additional(
                    GLUE, "ns.elsewhere.test. A 203.0.113.1", "mail.example.com. A 192.0.2.25"),
            "com.");

    assertThat(reply.referral().orElseThrow().rdata()).hasSize(2);
    assertThat(lines(reply.glue())).containsExactly("ns1.example.com. A");
    assertThat(thrownOut(reply))
        .containsExactlyInAnyOrder(
            "ns.elsewhere.test. A: out of bailiwick",
            "mail.example.com. A: address that is not glue of this referral");
  }

  @Test
  void takesNoReferralThatLeadsNoDeeper() {
    for (String zone : List.of("example.com.", "www.example.com.")) {
      ScrubbedReply reply = scrub(Replies.to(WWW).authority(NS), zone);

      assertThat(reply.referral()).as("asked in " + zone).isEmpty();
      assertThat(reply.rejections())
          .extracting(Rejection::reason)
          .containsExactly(Reason.NOT_DEEPER);
    }
  }

  @Test
  void takesNoReferralToTheSide() {
    ScrubbedReply reply = scrub(Replies.to(WWW).authority("victim.com. NS ns.evil.com."), "com.");

    assertThat(reply.referral()).isEmpty();
  }

  @Test
  void takesNoReferralToTheChildForADsRecord() {
    Question asked = Replies.question("example.com.", RRType.DS);
    ScrubbedReply reply = scrub(Replies.to(asked).authority(NS), asked, "com.");

    assertThat(reply.referral()).isEmpty();
  }

  @Test
  void keepsThirteenNameServersOfAReferral() {
    Replies reply = Replies.to(WWW);
    IntStream.range(0, 1500)
        .forEach(i -> reply.authority("example.com. NS ns" + i + ".victim.test."));

    ScrubbedReply scrubbed = scrub(reply, "com.");

    assertThat(scrubbed.referral().orElseThrow().rdata()).hasSize(13);
    assertThat(scrubbed.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.OVER_LIMIT);
  }

  @Test
  @DisplayName("B2: of the forty combinations only a pure referral lets name servers in")
  void letsNameServersInInOneCellOfForty() {
    List<Rcode> rcodes =
        List.of(Rcode.NOERROR, Rcode.NXDOMAIN, Rcode.SERVFAIL, Rcode.REFUSED, Rcode.YXDOMAIN);
    int accepted = 0;
    for (int cell = 0; cell < rcodes.size() * 8; cell++) {
      Replies reply = Replies.to(WWW).rcode(rcodes.get(cell / 8)).authority(NS);
      if ((cell & 1) != 0) {
        reply.authoritative();
      }
      if ((cell & 2) != 0) {
        reply.answer(WWW_A);
      }
      if ((cell & 4) != 0) {
        reply.authority("com. SOA a b 1 2 3 4 5");
      }
      ScrubbedReply scrubbed = scrub(reply, "com.");
      accepted += isKept(scrubbed) ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(1);
  }

  private static boolean isKept(ScrubbedReply scrubbed) {
    ZoneCut com = new ZoneCut(DomainName.of("com."), List.of());
    return new Classifier(ResolverLimits.DEFAULT).classify(scrubbed, WWW, com)
        instanceof Verdict.Referral;
  }

  @Test
  void takesTheSoaOfADenialOnlyFromAZoneThatTheNameIsIn() {
    ScrubbedReply good = scrub(Replies.to(WWW).authoritative().authority(SOA), "example.com.");
    ScrubbedReply beside =
        scrub(
            Replies.to(WWW).authoritative().authority("x.example.com. SOA a b 1 2 3 4 5"),
            "example.com.");
    ScrubbedReply above =
        scrub(Replies.to(WWW).authoritative().authority("com. SOA a b 1 2 3 4 5"), "example.com.");

    assertThat(good.soa()).isPresent();
    assertThat(beside.soa()).isEmpty();
    assertThat(above.soa()).isEmpty();
  }

  @Test
  void throwsOutOtherClasses() {
    ScrubbedReply reply =
        scrub(
            Replies.to(WWW).authoritative().answer(WWW_A, "www.example.com. CH TXT \"no\""),
            "example.com.");

    assertThat(reply.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.WRONG_CLASS);
  }

  @Test
  void keepsTheRootServersAddressesWhenPriming() {
    Question priming = Replies.question(".", RRType.NS);
    ScrubbedReply reply =
        scrub(
            Replies.to(priming)
                .authoritative()
                .answer(". NS a.root-servers.net.")
                .additional("a.root-servers.net. A 198.41.0.4", "www.example.com. A 192.0.2.1"),
            priming,
            ".");

    assertThat(lines(reply.glue())).containsExactly("a.root-servers.net. A");
    assertThat(thrownOut(reply)).containsExactly("www.example.com. A: not needed for the question");
  }
}
