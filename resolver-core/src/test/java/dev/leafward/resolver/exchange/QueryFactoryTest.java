// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import static dev.leafward.resolver.answer.Protocol.TCP;
import static dev.leafward.resolver.answer.Protocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryFactoryTest extends ExchangeFixture {

  private static final QueryForm FORM =
      new QueryForm(UDP, true, QueryForm.CookieUse.OFFERED, false);

  @Test
  void askOneQuestionWithoutRecursionAndWithEdnsOf1232Octets() throws Exception {
    options = options.withoutCookies();
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ask();
    Message query = server.sent().getFirst().query();
    assertThat(query.questions()).containsExactly(QUESTION);
    assertThat(query.header().isRecursionDesired()).isFalse();
    assertThat(query.header().isResponse()).isFalse();
    assertThat(query.edns()).contains(Edns.of(1232));
  }

  @Test
  void askForDnssecRecordsAndAnotherSizeIfToldTo() throws Exception {
    options = options.withoutCookies().requestingDnssecRecords().withUdpPayloadSize(1400);
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ask();
    assertThat(server.sent().getFirst().query().edns()).contains(Edns.of(1400).withDnssecOk());
  }

  @Test
  void goWithoutEdnsIfToldTo() throws Exception {
    options = options.withoutEdns();
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ask();
    assertThat(server.sent().getFirst().query().edns()).isEqualTo(Optional.empty());
  }

  @Test
  void goOverTcpOnlyIfToldTo() throws Exception {
    options = options.overTcpOnly();
    server.overTcp(Reaction.replies(ExchangeFixture::reply));
    assertThat(ask().reply()).isNotNull();
    assertThat(server.protocols()).containsExactly(TCP);
  }

  @Test
  void askForRecursionOnlyIfToldTo() throws Exception {
    options = options.desiringRecursion();
    server.overUdp(Reaction.replies(ExchangeFixture::reply));
    ask();
    assertThat(server.sent().getFirst().query().header().isRecursionDesired()).isTrue();
  }

  @Test
  void haveIdsFromTheWholeRange() {
    QueryFactory factory = new QueryFactory(new Random(3));
    long distinct =
        Stream.generate(() -> factory.build(QUESTION, FORM, options, ADDRESS, null, 0))
            .limit(300_000)
            .map(Query::id)
            .distinct()
            .count();
    assertThat(distinct).isGreaterThan(64_000);
  }
}
