// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.question;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelegationCacheTest {
  private static final DomainName COM = DomainName.of("com.");
  private static final DomainName GHOST = DomainName.of("ghost.com.");
  private static final RRset PARENT_SAYS = rrset("ghost.com. 3600 IN NS ns.ghost.com.");

  private final FakeTime time = new FakeTime();
  private final RRsetCache cache =
      new RRsetCache(ResolverLimits.DEFAULT, CacheOptions.DEFAULT, time, new SplittableRandom(1));

  @BeforeEach
  void knowCom() {
    cache.storeDelegation(rrset("com. 7200 IN NS a.gtld-servers.net."), DomainName.ROOT);
  }

  @Test
  void countsDownLikeAllElse() {
    cache.storeDelegation(PARENT_SAYS, COM);
    time.passSeconds(600);

    assertThat(delegation(GHOST)).contains(PARENT_SAYS.withTtl(3000));
  }

  @Test
  void answersNoQuestion() {
    cache.storeDelegation(PARENT_SAYS, COM);

    assertThat(cache.find(question("ghost.com. NS"), Trust.GLUE)).isEmpty();
  }

  @Test
  void isNotMadeOfAnAnswer() {
    cache.store(PARENT_SAYS, Trust.ANSWER);

    assertThat(delegation(GHOST)).isEmpty();
  }

  @Test
  void ghostDomainDiesWithWhatItsParentSaid() {
    cache.storeDelegation(PARENT_SAYS, COM);

    for (int second = 0; second < 3600; second++) {
      assertThat(delegation(GHOST))
          .as("second %d", second)
          .contains(PARENT_SAYS.withTtl(3600 - second));
      cache.store(rrset("ghost.com. 86400 IN NS ns" + second + ".ghost.com."), Trust.ANSWER);
      time.passSeconds(1);
    }

    assertThat(delegation(GHOST)).isEmpty();
    assertThat(cache.find(question("ghost.com. NS"), Trust.ANSWER)).isPresent();
  }

  @Test
  void phoenixDomainDoesNotRiseOneLabelDeeper() {
    cache.storeDelegation(PARENT_SAYS, COM);
    DomainName zone = GHOST;

    for (int depth = 0; depth < 60; depth++) {
      time.passSeconds(59);
      DomainName deeper = zone.child("d");
      cache.storeDelegation(rrset(deeper + " 86400 IN NS ns.ghost.com."), zone);
      assertThat(delegation(deeper)).isPresent();
      zone = deeper;
    }
    time.passSeconds(60);

    for (DomainName dead = zone; !dead.equals(COM); dead = dead.parent()) {
      assertThat(delegation(dead)).as("%s", dead).isEmpty();
    }
    assertThat(delegation(COM)).isPresent();
  }

  @Test
  void aReferralThatComesAfterItsParentIsGoneIsNotStored() {
    cache.storeDelegation(PARENT_SAYS, COM);
    time.passSeconds(3600);

    cache.storeDelegation(rrset("late.ghost.com. 86400 IN NS ns.ghost.com."), GHOST);

    assertThat(delegation(DomainName.of("late.ghost.com."))).isEmpty();
  }

  @Test
  void holdsNoLongerThanThatOfItsParent() {
    cache.storeDelegation(rrset("a.b.example.com. 86400 IN NS ns.example.net."), COM);
    cache.storeDelegation(rrset("org. 86400 IN NS ns.example.net."), DomainName.ROOT);

    assertThat(delegation(DomainName.of("a.b.example.com."))).map(RRset::ttl).contains(7200L);
    assertThat(delegation(DomainName.of("org."))).map(RRset::ttl).contains(86400L);
  }

  @Test
  void theRootNeedsNoParent() {
    RRset root = rrset(". 518400 IN NS a.root-servers.net.");

    cache.storeDelegation(root, DomainName.ROOT);

    assertThat(delegation(DomainName.ROOT)).contains(root.withTtl(86_400));
  }

  @Test
  void theParentMayProlongAndChangeIt() {
    cache.storeDelegation(PARENT_SAYS, COM);
    time.passSeconds(600);
    RRset moved = rrset("ghost.com. 3600 IN NS ns.elsewhere.net.");

    cache.storeDelegation(moved, COM);

    assertThat(delegation(GHOST)).contains(moved);
  }

  private Optional<RRset> delegation(DomainName zone) {
    return cache.delegation(zone, RRClass.IN);
  }
}
