// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTextTest {
  private static final RRset SERVERS =
      Samples.rrset("example.", 60, RRType.NS, "ns1.example.", "ns2.test.");
  private static final RRset GLUE = Samples.rrset("ns1.example.", 60, RRType.A, "192.0.2.1");
  private static final RRset POISON = Samples.rrset("ns2.test.", 60, RRType.A, "203.0.113.66");

  @Test
  void countsTheGlueOfAReferral() {
    Message reply =
        message()
            .add(Section.AUTHORITY, SERVERS.records())
            .add(Section.ADDITIONAL, GLUE.records())
            .build();

    assertThat(text(Step.Judgement.REFERRAL, "referral to example.", reply, List.of()))
        .isEqualTo("referral to example. (2 name servers, 1 glue address)");
  }

  @Test
  void countsNoGlueThatIsNotBelieved() {
    Message reply =
        message()
            .add(Section.AUTHORITY, SERVERS.records())
            .add(Section.ADDITIONAL, POISON.records())
            .build();
    Rejection rejection =
        new Rejection(Section.ADDITIONAL, POISON, Rejection.Reason.OUT_OF_BAILIWICK);

    assertThat(text(Step.Judgement.REFERRAL, "referral to example.", reply, List.of(rejection)))
        .isEqualTo("referral to example. (2 name servers, no glue)");
  }

  @Test
  void tellsShortDataAndCountsLongData() {
    Message brief = message().add(Section.ANSWER, address(1).records()).build();
    Message.Builder lengthy = message();
    for (int i = 1; i < 10; i++) {
      lengthy.add(Section.ANSWER, address(i).records());
    }

    assertThat(text(Step.Judgement.ANSWERED, "answer", brief, List.of()))
        .isEqualTo("answer: 192.0.2.1");
    assertThat(text(Step.Judgement.ANSWERED, "answer", lengthy.build(), List.of()))
        .isEqualTo("answer: 9 records");
  }

  @Test
  void addsNothingWhereTheVerdictSaysItAll() {
    Message reply = message().build();

    assertThat(text(Step.Judgement.LAME, "lame: REFUSED", reply, List.of()))
        .isEqualTo("lame: REFUSED");
  }

  private static RRset address(int last) {
    return Samples.rrset("www.example.com.", 60, RRType.A, "192.0.2." + last);
  }

  private static Message.Builder message() {
    return Message.query(Samples.ALIASED).response();
  }

  private static String text(
      Step.Judgement verdict, String detail, Message reply, List<Rejection> rejections) {
    return VerdictText.of(
        new Step.Exchange(
            Samples.ALIASED,
            DomainName.ROOT,
            DomainName.of("ns.test."),
            InetAddresses.forString("192.0.2.53"),
            53,
            Protocol.UDP,
            Duration.ofMillis(1),
            100,
            verdict,
            detail,
            rejections,
            Optional.of(reply)));
  }
}
