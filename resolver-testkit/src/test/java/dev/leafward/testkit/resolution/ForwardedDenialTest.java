// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.Routes;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.SOA;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forwarder denies by the word of one zone or another. */
class ForwardedDenialTest {

  private static final String FORWARDER = "10.0.0.1";
  private static final DomainName ASKED = DomainName.of("gone.corp.example.com.");

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));

  private Resolver denying(Rcode rcode, String zone) {
    SOA soa = new SOA(DomainName.of("ns."), DomainName.of("h."), 1, 1800, 900, 604800, 60);
    internet
        .server(FORWARDER)
        .responding((query, occasion) ->
            List.of(
                occasion.reply(
                    Message.replyTo(query)
                        .rcode(rcode)
                        .add(
                            Section.AUTHORITY,
                            new ResourceRecord(DomainName.of(zone), RRClass.IN, 60, soa))
                        .build())));
    Routes routes = Routes.builder().forward(ForwardZone.of("corp.example.com", FORWARDER)).build();
    return internet.recursive().routes(routes).build();
  }

  @ParameterizedTest
  @CsvSource({
    "NXDOMAIN, corp.example.com., 1",
    "NXDOMAIN, example.com., 1",
    "NXDOMAIN, ., 1",
    "NOERROR, example.com., 1",
    "NXDOMAIN, example.org., 2",
    "NXDOMAIN, other.example.com., 2"
  })
  void isKeptIfItsZoneHoldsTheName(String rcode, String zone, int queries) throws Exception {
    Resolver resolver = denying(rcode.equals("NXDOMAIN") ? Rcode.NXDOMAIN : Rcode.NOERROR, zone);
    for (int i = 0; i < 2; i++) {
      Answer answer = resolver.resolve(ASKED.toString(), RRType.A);
      assertThat(answer).isNotInstanceOf(Answer.Found.class);
    }

    assertThat(internet.queriesTo(FORWARDER)).hasSize(queries);
    assertThat(resolver.cache().entries())
        .filteredOn(each -> !(each instanceof CachedEntry.Delegation))
        .allMatch(each -> each.name().equals(ASKED));
    assertThat(resolver.resolve("www.example.com", RRType.A)).isInstanceOf(Answer.Found.class);
  }
}
