// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.cache.FakeTime;
import dev.leafward.resolver.config.SpecialNetworks;
import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerSelectorTest {

  private static final DomainName ZONE = DomainName.of("example.com.");
  private static final InetAddress QUICK = InetAddresses.forString("192.0.2.1");
  private static final InetAddress SLOW = InetAddresses.forString("192.0.2.2");
  private static final InetAddress IPV6 = InetAddresses.forString("2001:db8::1");
  private static final InetAddress OTHER_IPV6 = InetAddresses.forString("2001:db8::2");

  private final FakeTime time = new FakeTime();
  private final Random random = new Random(1);
  private final ServerBook book = new ServerBook(time, random, 10_000);
  private final Tried tried = new Tried();
  private final ServerSelector selector =
      new ServerSelector(
          book, AddressPolicy.standard().alsoAllowing(SpecialNetworks.DOCUMENTATION), random);

  private static NameServer ns(String name, InetAddress... addresses) {
    return new NameServer(DomainName.of(name), Arrays.asList(addresses));
  }

  private static ZoneCut cut(NameServer... nameServers) {
    return new ZoneCut(ZONE, Arrays.asList(nameServers));
  }

  private void measure(InetAddress address, long millis) {
    book.replied(address, Duration.ofMillis(millis).toNanos());
  }

  private void cross(InetAddress... addresses) {
    for (InetAddress address : addresses) {
      tried.add(new Server(DomainName.of("ns.example.net."), address), "timed out", false);
    }
  }

  /** How often each address is picked in a thousand picks. */
  private Map<InetAddress, Integer> thousandPicks(ZoneCut cut) {
    Map<InetAddress, Integer> counts = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      counts.merge(((Pick.Ask) selector.pick(cut, tried)).server().address(), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void asksTheServerUnderItsName() {
    assertThat(selector.pick(cut(ns("ns.example.net.", QUICK)), tried))
        .isEqualTo(
            new Pick.Ask(
                new Server(DomainName.of("ns.example.net."), QUICK), Insistence.ALL_TRIES));
  }

  @Test
  void prefersTheQuickestKnown() {
    measure(QUICK, 20);
    measure(SLOW, 200);
    assertThat(thousandPicks(cut(ns("a.example.net.", SLOW), ns("b.example.net.", QUICK))))
        .containsOnlyKeys(QUICK);
  }

  @Test
  void spreadsTheLoadOverThoseThatAreAboutAsQuick() {
    measure(QUICK, 20);
    measure(SLOW, 60);
    assertThat(thousandPicks(cut(ns("a.example.net.", QUICK, SLOW))))
        .allSatisfy((address, count) -> assertThat(count).isGreaterThan(300))
        .containsOnlyKeys(QUICK, SLOW);
  }

  @Test
  void triesUnknownServersNowAndThen() {
    measure(QUICK, 20);
    assertThat(thousandPicks(cut(ns("a.example.net.", QUICK, SLOW))).get(SLOW)).isBetween(30, 300);
  }

  @Test
  void prefersAnUnknownServerToOneThatFails() {
    measure(QUICK, 1);
    book.failed(QUICK, ServerFailure.TIMED_OUT);
    book.failed(QUICK, ServerFailure.TIMED_OUT);
    assertThat(thousandPicks(cut(ns("a.example.net.", QUICK, SLOW)))).containsOnlyKeys(SLOW);
  }

  @Test
  void asksAFailingServerRatherThanNone() {
    book.failed(QUICK, ServerFailure.TIMED_OUT);
    assertThat(selector.pick(cut(ns("a.example.net.", QUICK)), tried)).isInstanceOf(Pick.Ask.class);
  }

  @Test
  void neverAsksAnAddressTwiceWhateverItsNames() {
    cross(QUICK);
    ZoneCut cut = cut(ns("a.example.com.", QUICK), ns("b.example.com.", QUICK));
    assertThat(selector.pick(cut, tried)).isEqualTo(new Pick.Exhausted());
  }

  @Test
  void countsAnAddressOfManyNamesOnce() {
    measure(QUICK, 20);
    measure(SLOW, 20);
    ZoneCut cut =
        cut(
            ns("a.example.net.", QUICK),
            ns("b.example.net.", QUICK),
            ns("c.example.net.", QUICK),
            ns("d.example.net.", SLOW));
    assertThat(thousandPicks(cut).get(SLOW)).isBetween(400, 600);
  }

  @Test
  void leavesAFamilyWithoutARouteForLast() {
    measure(SLOW, 900);
    book.failed(OTHER_IPV6, ServerFailure.NO_ROUTE);
    ZoneCut cut = cut(ns("a.example.net.", IPV6, SLOW));
    assertThat(thousandPicks(cut)).containsOnlyKeys(SLOW);
    cross(SLOW);
    assertThat(thousandPicks(cut)).containsOnlyKeys(IPV6);
  }

  @Test
  void triesTheFamilyAgainAfterAWhile() {
    measure(SLOW, 900);
    book.failed(OTHER_IPV6, ServerFailure.NO_ROUTE);
    time.passSeconds(31);
    assertThat(thousandPicks(cut(ns("a.example.net.", IPV6, SLOW)))).containsKey(IPV6);
  }

  @Test
  void neverAsksWhatThePolicyForbids() {
    InetAddress loopback = InetAddresses.forString("127.0.0.1");
    assertThat(selector.pick(cut(ns("a.example.com.", loopback)), tried))
        .isEqualTo(new Pick.Exhausted());
  }

  @Test
  void looksUpANameOnlyWhenNoKnownAddressIsLeft() {
    ZoneCut cut = cut(ns("a.example.net."), ns("b.example.net.", QUICK));
    assertThat(selector.pick(cut, tried)).isInstanceOf(Pick.Ask.class);
    cross(QUICK);
    assertThat(selector.pick(cut, tried))
        .isEqualTo(new Pick.LookUp(DomainName.of("a.example.net.")));
  }

  @Test
  void looksUpEachNameOnce() {
    ZoneCut cut = cut(ns("a.example.net."), ns("b.example.net."));
    for (int i = 0; i < 2; i++) {
      Pick.LookUp pick = (Pick.LookUp) selector.pick(cut, tried);
      assertThat(tried.hasLookup(pick.nameServer())).isFalse();
      tried.addLookup(pick.nameServer(), "no such name");
    }
    assertThat(selector.pick(cut, tried)).isEqualTo(new Pick.Exhausted());
    assertThat(tried.lookups()).hasSize(2).containsValue("no such name");
  }

  @Test
  void looksUpNamesOutsideTheZoneFirst() {
    ZoneCut cut =
        cut(ns("a.example.com."), ns("example.com."), ns("b.example.net."), ns("c.example.com."));
    assertThat(selector.pick(cut, tried))
        .isEqualTo(new Pick.LookUp(DomainName.of("b.example.net.")));
  }

  @Test
  void putsASilentServerBackBehindTheOthers() {
    ZoneCut cut = cut(ns("a.example.com.", QUICK), ns("b.example.com.", SLOW));
    Pick.Ask first = (Pick.Ask) selector.pick(cut, tried);
    tried.addSilent(first.server(), "timed out over UDP");
    Pick.Ask second = (Pick.Ask) selector.pick(cut, tried);
    tried.add(second.server(), "is lame", true);
    Pick.Ask third = (Pick.Ask) selector.pick(cut, tried);
    tried.add(third.server(), "timed out over UDP, then timed out over TCP", false);

    assertThat(first.insistence()).isEqualTo(Insistence.ONE_TRY);
    assertThat(second.insistence()).isEqualTo(Insistence.ONE_TRY);
    assertThat(second.server()).isNotEqualTo(first.server());
    assertThat(third).isEqualTo(new Pick.Ask(first.server(), Insistence.ALL_TRIES));
    assertThat(selector.pick(cut, tried)).isEqualTo(new Pick.Exhausted());
    assertThat(tried.attempts()).hasSize(2);
  }

  @Test
  void looksForFurtherAddressesOnlyOutsideTheZone() {
    ZoneCut cut = cut(ns("a.example.com.", QUICK), ns("b.example.net.", SLOW));
    cross(QUICK, SLOW);

    assertThat(selector.pick(cut, tried))
        .isEqualTo(new Pick.LookUp(DomainName.of("b.example.net.")));
  }

  @Test
  void triedKeepsWhatEachServerDid() {
    Server server = new Server(DomainName.of("a.example.net."), QUICK);
    tried.add(server, "timed out over UDP", false);
    assertThat(tried.has(server)).isTrue();
    assertThat(tried.has(new Server(DomainName.of("b.example.net."), QUICK))).isTrue();
    assertThat(tried.has(new Server(server.name(), SLOW))).isFalse();
    assertThat(tried.has(new Server(server.name(), QUICK, 5353))).isFalse();
    assertThat(tried.attempts())
        .extracting(Object::toString)
        .isEqualTo(List.of("a.example.net. (192.0.2.1) timed out over UDP"));
  }
}
