// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ReplyComposer;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyComposerTest {

  private static final Question QUESTION = new Question(DomainName.of("www.example."), RRType.A);
  private static final Explanation HOW = new Explanation(QUESTION, List.of(), "");
  private static final String SIGNED =
      """
      www.example. 300 IN A 192.0.2.1
      www.example. 300 IN RRSIG A 8 2 300 20260201000000 20260101000000 1 example. AA==
      """;

  private static RRset rrset(String zone) throws TextFormatException {
    List<ResourceRecord> records = ZoneFileReader.readAll(zone, DomainName.ROOT);
    return RRset.of(records.toArray(ResourceRecord[]::new));
  }

  private static Answer found(SecurityStatus security) throws TextFormatException {
    return new Answer.Found(QUESTION, List.of(), List.of(rrset(SIGNED)), security, HOW);
  }

  private static Message.Builder query() {
    return Message.query(QUESTION).id(7).recursionDesired();
  }

  @Test
  void theQueryIsMirrored() throws Exception {
    Message reply = ReplyComposer.reply(query().build(), found(SecurityStatus.INDETERMINATE));
    assertThat(reply.id()).isEqualTo(7);
    assertThat(reply.question()).contains(QUESTION);
    assertThat(reply.header().has(HeaderFlag.QR)).isTrue();
    assertThat(reply.header().has(HeaderFlag.RD)).isTrue();
    assertThat(reply.header().has(HeaderFlag.RA)).isTrue();
    assertThat(reply.header().has(HeaderFlag.AD)).isFalse();
    assertThat(reply.edns()).isEmpty();
  }

  @Test
  void signaturesComeOnlyToThoseWhoWantThem() throws Exception {
    Answer answer = found(SecurityStatus.SECURE);
    Message plain = ReplyComposer.reply(query().build(), answer);
    Message signed =
        ReplyComposer.reply(query().edns(Edns.of(1232).withDnssecOk()).build(), answer);
    assertThat(plain.answers()).extracting(ResourceRecord::type).containsExactly(RRType.A);
    assertThat(signed.answers())
        .extracting(ResourceRecord::type)
        .containsExactly(RRType.A, RRType.RRSIG);
    assertThat(plain.header().has(HeaderFlag.AD)).isFalse();
    assertThat(signed.header().has(HeaderFlag.AD)).isTrue();
  }

  @Test
  void theAuthenticityOfDataIsToldToThoseWhoSetTheFlag() throws Exception {
    Message query = query().flag(HeaderFlag.AD).build();
    assertThat(ReplyComposer.reply(query, found(SecurityStatus.SECURE)).header().has(HeaderFlag.AD))
        .isTrue();
  }

  @Test
  void aDenialCarriesItsSoa() throws Exception {
    RRset soa = rrset("example. 60 IN SOA ns.example. hostmaster.example. 1 2 3 4 60");
    Answer none =
        new Answer.NoSuchName(
            QUESTION, List.of(), Optional.of(soa), SecurityStatus.INDETERMINATE, HOW);
    Message reply = ReplyComposer.reply(query().build(), none);
    assertThat(reply.rcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(reply.authorities()).isEqualTo(soa.records());
  }

  @Test
  void failuresHaveTheirCodes() {
    Message query = query().build();
    assertThat(ReplyComposer.failure(query, new Failure.Overloaded()).rcode())
        .isEqualTo(Rcode.SERVFAIL);
    assertThat(ReplyComposer.failure(query, new Failure.NameTooLong(QUESTION.name())).rcode())
        .isEqualTo(Rcode.YXDOMAIN);
    assertThat(ReplyComposer.refusal(query, Rcode.REFUSED).rcode()).isEqualTo(Rcode.REFUSED);
  }
}
