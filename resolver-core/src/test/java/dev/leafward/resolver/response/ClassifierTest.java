// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {

  private static final Question WWW = Replies.question("www.example.com.", RRType.A);
  private static final String SOA = "example.com. SOA ns1 hostmaster 1 2 3 4 5";

  private static Verdict classify(Replies reply, String zone) {
    return classify(reply, WWW, zone);
  }

  private static Verdict classify(Replies reply, Question asked, String zone) {
    ScrubbedReply scrubbed =
        new Scrubber(ResolverLimits.DEFAULT).scrub(reply.build(), asked, Replies.cut(zone));
    return new Classifier(ResolverLimits.DEFAULT).classify(scrubbed, asked, Replies.cut(zone));
  }

  private static Replies reply() {
    return Replies.to(WWW);
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of("answer", reply().authoritative().answer("www.example.com. A 192.0.2.1")),
        Arguments.of(
            "alias to b.example.com.",
            reply()
                .authoritative()
                .answer("www.example.com. CNAME b.example.com.", "b.example.com. A 192.0.2.2")),
        Arguments.of("no data, says example.com.", reply().authoritative().authority(SOA)),
        Arguments.of("doubtful: no data, and no SOA that says so", reply().authoritative()),
        Arguments.of(
            "no such name, says example.com.",
            reply().authoritative().rcode(Rcode.NXDOMAIN).authority(SOA)),
        Arguments.of("no such name", reply().authoritative().rcode(Rcode.NXDOMAIN)),
        Arguments.of(
            "referral to www.example.com.", reply().authority("www.example.com. NS ns.a.test.")),
        Arguments.of("lame: refuses the question", reply().rcode(Rcode.REFUSED)),
        Arguments.of(
            "unusable: the server says SERVFAIL", reply().authoritative().rcode(Rcode.SERVFAIL)),
        Arguments.of("unusable: the server says FORMERR", reply().rcode(Rcode.FORMERR)),
        Arguments.of("lame: not authoritative for example.com.", reply()),
        Arguments.of(
            "lame: not authoritative for example.com.",
            reply().answer("www.example.com. A 192.0.2.66")),
        Arguments.of(
            "lame: not authoritative for example.com.",
            reply().rcode(Rcode.NXDOMAIN).authority(SOA)),
        Arguments.of(
            "lame: a resolver's answer, not an authority's",
            reply().recursionAvailable().answer("www.example.com. A 192.0.2.66")),
        Arguments.of(
            "lame: refers to example.com. or above instead of answering for it",
            reply().authority("com. NS a.gtld-servers.net.")),
        Arguments.of(
            "lame: refers to example.com. or above instead of answering for it",
            reply().authority(". NS a.root-servers.net.")),
        Arguments.of(
            "lame: refers to example.com. or above instead of answering for it",
            reply().authority("example.com. NS ns1.example.com.")),
        Arguments.of(
            "unusable: denies in the name of another zone",
            reply()
                .authoritative()
                .rcode(Rcode.NXDOMAIN)
                .authority("other.test. SOA a b 1 2 3 4 5")),
        Arguments.of(
            "doubtful: answers another question",
            reply().authoritative().answer("ftp.example.com. A 192.0.2.3")),
        Arguments.of(
            "unusable: the server says YXDOMAIN", reply().authoritative().rcode(Rcode.YXDOMAIN)),
        Arguments.of(
            "doubtful: refers to www.example.com. in the name of an authority",
            reply().authoritative().authority("www.example.com. NS ns.a.test.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void tellsWhatAReplyMeans(String words, Replies reply) {
    assertThat(classify(reply, "example.com.").words()).isEqualTo(words);
  }

  /** RFC 6672 section 2.2, whichever RCODE the server gives it. */
  @Test
  void tellsFromTheDnameThatANameWouldBeTooLong() {
    String label = "x".repeat(60);
    Question asked = Replies.question(label + "." + label + ".old.example.com.", RRType.A);
    String dname = "old.example.com. DNAME %1$s.%1$s.%1$s.example.com.".formatted(label);

    for (Rcode rcode : List.of(Rcode.YXDOMAIN, Rcode.NOERROR)) {
      Replies reply = Replies.to(asked).authoritative().rcode(rcode).answer(dname);
      assertThat(classify(reply, asked, "example.com."))
          .isEqualTo(new Verdict.TooLong(asked.name()));
    }
  }

  @Test
  void keepsWhatTheZoneSaysOfTheAliasesTarget() {
    Verdict verdict =
        classify(
            reply()
                .authoritative()
                .answer("www.example.com. CNAME b.example.com.", "b.example.com. A 192.0.2.2"),
            "example.com.");

    Outcome.Alias alias = (Outcome.Alias) ((Verdict.Conclusive) verdict).outcome();
    assertThat(alias.target()).isEqualTo(DomainName.of("b.example.com."));
    assertThat(alias.then()).get().isInstanceOf(Outcome.Positive.class);
  }

  @Test
  void takesACnameThatWasAskedForAsTheAnswer() {
    Question asked = Replies.question("www.example.com.", RRType.CNAME);
    Verdict verdict =
        classify(
            Replies.to(asked).authoritative().answer("www.example.com. CNAME b.example.com."),
            asked,
            "example.com.");

    assertThat(((Verdict.Conclusive) verdict).outcome()).isInstanceOf(Outcome.Positive.class);
  }

  @Test
  void givesTheNextCutTheAddressesOfTheGlue() {
    Verdict verdict =
        classify(
            reply()
                .authority("example.com. NS ns1.example.com.", "example.com. NS ns2.example.org.")
                .additional("ns1.example.com. A 192.0.2.53", "ns1.example.com. AAAA 2001:db8::53"),
            "com.");

    Verdict.Referral referral = (Verdict.Referral) verdict;
    assertThat(referral.cut().zone()).isEqualTo(DomainName.of("example.com."));
    assertThat(referral.cut().nameServers().get(0).addresses()).hasSize(2);
    assertThat(referral.cut().nameServers().get(1).addresses()).isEmpty();
  }

  @Test
  void givesANameServerNoMoreAddressesThanTheLimit() {
    Replies reply = reply().authority("example.com. NS ns1.example.com.");
    for (int i = 1; i <= 30; i++) {
      reply.additional("ns1.example.com. A 192.0.2." + i);
    }

    Verdict.Referral referral = (Verdict.Referral) classify(reply, "com.");

    assertThat(referral.cut().nameServers().getFirst().addresses())
        .hasSize(ResolverLimits.DEFAULT.addressesPerNameServer());
  }
}
