// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static dev.leafward.testkit.resolution.SmallWorld.LEAF;
import static dev.leafward.testkit.resolution.SmallWorld.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.DenialReach;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.StubZone;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For which names a denial counts where nobody proves it (RFC 8020). */
class DenialReachTest {

  private final SimulatedInternet internet =
      SmallWorld.leaf(MockInternet.simulated(1), "www A 192.0.2.7\n");

  private RecursiveBuilder reaching(DenialReach reach) {
    return internet
        .recursive()
        .qnameMinimisation(QnameMinimisation.OFF)
        .cache(CacheOptions.DEFAULT.toBuilder().denialReach(reach).build());
  }

  /** How many queries a name costs once the name above is denied. */
  private int queriesBelowADenial(Resolver resolver) throws Exception {
    assertThat(resolver.resolve("gone.leaf.com", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    internet.forgetQueries();
    assertThat(resolver.resolve("a.b.gone.leaf.com", RRType.TXT))
        .isInstanceOf(Answer.NoSuchName.class);
    return internet.queriesTo(LEAF).size();
  }

  @Test
  void aDenialThatNobodyCouldForgeCountsForTheNamesBelow() throws Exception {
    Resolver resolver = reaching(DenialReach.SUBTREE).tcpOnly().build();

    assertThat(queriesBelowADenial(resolver)).isZero();
  }

  @Test
  void aDenialThatCouldBeForgedDoesNot() throws Exception {
    assertThat(queriesBelowADenial(reaching(DenialReach.SUBTREE).build())).isPositive();
  }

  @Test
  void noneDoesUnlessWanted() throws Exception {
    assertThat(queriesBelowADenial(reaching(DenialReach.NAME).tcpOnly().build())).isPositive();
  }

  @Test
  void itCountsForAsLongAsItHolds() throws Exception {
    Resolver resolver = reaching(DenialReach.SUBTREE).tcpOnly().build();
    queriesBelowADenial(resolver);
    internet.time().advance(Duration.ofSeconds(61));
    internet.forgetQueries();

    resolver.resolve("c.gone.leaf.com", RRType.A);

    assertThat(internet.queriesTo(LEAF)).hasSize(1);
  }

  @Test
  void toForgetANameBelowForgetsTheDenialThatRulesIt() throws Exception {
    Resolver resolver = reaching(DenialReach.SUBTREE).tcpOnly().build();
    queriesBelowADenial(resolver);

    assertThat(resolver.cache().flush(DomainName.of("b.gone.leaf.com"))).isEqualTo(1);

    resolver.resolve("b.gone.leaf.com", RRType.A);
    assertThat(internet.queriesTo(LEAF)).hasSize(1);
  }

  @Test
  void theDenialOfAShortenedNameSavesAllOthersBelowIt() throws Exception {
    Resolver resolver =
        reaching(DenialReach.SUBTREE)
            .qnameMinimisation(QnameMinimisation.RELAXED)
            .tcpOnly()
            .build();
    resolver.resolve("one.nosuchtld", RRType.A);
    internet.forgetQueries();

    assertThat(resolver.resolve("two.nosuchtld", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(internet.queriesTo(ROOT)).isEmpty();
  }

  @Test
  void aRouteBelowIsNotDenied() throws Exception {
    String server = "203.0.113.9";
    internet
        .zone("stub.gone.leaf.com.")
        .at(server)
        .text("$TTL 60\n@ SOA ns host 1 2 3 4 60\n@ NS ns\nns A 203.0.113.9\n");
    StubZone stub = StubZone.of("stub.gone.leaf.com", server);
    Resolver resolver =
        reaching(DenialReach.SUBTREE).routes(Routes.builder().stub(stub).build()).tcpOnly().build();
    queriesBelowADenial(resolver);

    assertThat(resolver.resolve("ns.stub.gone.leaf.com", RRType.A))
        .isInstanceOf(Answer.Found.class);
  }
}
