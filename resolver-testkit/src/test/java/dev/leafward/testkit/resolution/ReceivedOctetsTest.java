// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TXT;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SECURITY C17: what a question may receive is counted over all lookups that it depends on. */
class ReceivedOctetsTest {

  private static final long MOST_OCTETS = 131_072;

  /** The message that goes over the limit has been received, too. */
  private static final long LAST_MESSAGE = 65_535;

  private final SimulatedInternet internet = MockInternet.simulated(1);

  /** Over TCP alone, replies of some 50,000 octets, and not an address in them. */
  private static Responder flood() {
    return (query, occasion) -> {
      if (occasion.protocol() == Protocol.UDP) {
        return List.of();
      }
      Message.Builder reply = Message.replyTo(query).authoritative();
      for (int i = 0; i < 240; i++) {
        TXT text = TXT.of(("x" + i).repeat(50));
        reply.add(
            Section.ANSWER,
            new ResourceRecord(query.questions().getFirst().name(), RRClass.IN, 300, text));
      }
      return List.of(occasion.reply(reply.build()));
    };
  }

  @Test
  @DisplayName("C17: long replies to the lookup of each of a zone's name servers")
  void looksUpNoMoreNameServersOnceItIsTooMuch() {
    SmallWorld.root(internet, "");
    SmallWorld.com(
        internet,
        """
        glueless    NS ns1.flood
        glueless    NS ns2.flood
        glueless    NS ns3.flood
        glueless    NS ns4.flood
        glueless    NS ns5.flood
        flood       NS ns.flood
        ns.flood    A  203.0.113.7
        """);
    internet.server(SmallWorld.LEAF).responding(flood());

    assertThatThrownBy(() -> internet.recursive().build().resolve("www.glueless.com", RRType.A))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new Failure.LimitReached("octets received", MOST_OCTETS)));

    assertThat(internet.receivedOctets()).isBetween(MOST_OCTETS, MOST_OCTETS + LAST_MESSAGE);
  }
}
