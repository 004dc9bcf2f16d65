// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static java.net.spi.InetAddressResolver.LookupPolicy.IPV4;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV4_FIRST;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV6;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV6_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.demo.DemoInternet;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafwardAddressResolverTest {

  private static final LookupPolicy BOTH = LookupPolicy.of(IPV4 | IPV6 | IPV4_FIRST);

  private static final String HOSTS =
      """
      192.0.2.123 www.yahoo.com
      fe80::1%3   router.example.com
      """;

  private final SimulatedInternet internet = DemoInternet.simulated(1);
  private final FakeJdk jdk = new FakeJdk();
  private final LeafwardAddressResolver resolver =
      new LeafwardAddressResolver(
          HostResolver.over(internet.recursive().build())
              .time(internet.time())
              .executor(Runnable::run)
              .hosts(HostsFile.parse(HOSTS, "hosts"))
              .build(),
          new NameScope(InetMode.RECURSIVE, FakeJdk.HOST_NAME, List.of()),
          jdk,
          null,
          OwnWork.threads());

  @AfterEach
  void close() {
    internet.close();
  }

  @Test
  void findsAddressesThatCarryTheTextLookedUp() throws Exception {
    for (String text : List.of("www.example.com", "WWW.Example.COM", "www.example.com.")) {
      assertThat(resolver.lookupByName(text, BOTH))
          .extracting(InetAddress::toString)
          .containsExactly(text + "/192.0.2.80", text + "/2001:db8:0:0:0:0:0:80");
    }
  }

  @Test
  void theHostsFileComesFirst() throws Exception {
    assertThat(resolver.lookupByName("WWW.Yahoo.com", BOTH))
        .extracting(InetAddress::toString)
        .containsExactly("WWW.Yahoo.com/192.0.2.123");
    assertThat(resolver.lookupByAddress(new byte[] {(byte) 192, 0, 2, 123}))
        .isEqualTo("www.yahoo.com");
    assertThat(internet.queries()).isEmpty();
  }

  @Test
  void anAddressKeepsItsScope() throws Exception {
    assertThat(resolver.lookupByName("router.example.com", BOTH))
        .singleElement()
        .isInstanceOfSatisfying(
            Inet6Address.class,
            address -> {
              assertThat(address.getScopeId()).isEqualTo(3);
              assertThat(address.toString()).startsWith("router.example.com/fe80:0:0:0:0:0:0:1");
            });
  }

  @Test
  void anAliasDoesNotRenameTheAddress() throws Exception {
    assertThat(resolver.lookupByName("m.facebook.com", BOTH))
        .extracting(InetAddress::toString)
        .first()
        .isEqualTo("m.facebook.com/157.240.8.35");
  }

  @ParameterizedTest
  @CsvSource({"1,IPV4", "2,IPV6", "3,BOTH", "7,IPV4_FIRST", "11,IPV6_FIRST"})
  void keepsToTheCallersPolicy(int characteristics, AddressFamilies families) {
    assertThat(LeafwardAddressResolver.families(LookupPolicy.of(characteristics)))
        .isEqualTo(families);
  }

  @Test
  void givesNothingThatTheCallerDoesNotWant() throws Exception {
    assertThat(resolver.lookupByName("www.example.com", LookupPolicy.of(IPV4)))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.0.2.80");
    assertThat(resolver.lookupByName("www.example.com", LookupPolicy.of(IPV6)))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("2001:db8:0:0:0:0:0:80");
    assertThat(resolver.lookupByName("www.example.com", LookupPolicy.of(IPV4 | IPV6 | IPV6_FIRST)))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("2001:db8:0:0:0:0:0:80", "192.0.2.80");
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    UnknownHostException failure = lookupFails("nosuch.example.com");
    assertThat(failure)
        .hasMessageStartingWith("nosuch.example.com: no such host (files: not there; dns: ");
    assertThat(failure).hasCauseInstanceOf(HostNotFoundException.class);
  }

  @Test
  void saysThatThereIsNoAddressOfThatKind() {
    UnknownHostException failure =
        catchThrowableOfType(
            UnknownHostException.class,
            () -> resolver.lookupByName("foo.example.com", LookupPolicy.of(IPV6)));
    assertThat(failure)
        .hasMessageStartingWith("foo.example.com: no such address (files: not there; dns: ");
    assertThat(failure).hasCauseInstanceOf(HostNotFoundException.class);
  }

  @Test
  void saysWhyItCouldNotBeFoundOut() {
    for (String server : List.of("192.0.2.53", "192.0.2.54", "2001:db8::53")) {
      internet.server(server).refusing();
    }
    UnknownHostException failure = lookupFails("www.example.com");
    assertThat(failure).hasMessageContaining("www.example.com").hasMessageContaining("refuses");
    assertThat(failure).hasCauseInstanceOf(ResolutionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\u00fccher.example", "a..b", "x y.example", "a\u0000b.example"})
  @DisplayName("H7: what is no name is not found, and said so in printable ASCII")
  void whatIsNoNameIsNotFound(String text) {
    UnknownHostException failure = lookupFails(text);
    assertThat(failure.getMessage()).matches("[ -~]*");
    assertThat(jdk.asked()).isEmpty();
  }

  @Test
  @DisplayName(
      "I9: to interrupt the caller does not end a lookup, as it does none of the JDK's own")
  void anInterruptDoesNotEndALookup() throws Exception {
    Thread.currentThread().interrupt();
    List<InetAddress> found = resolver.lookupByName("www.example.com", BOTH).toList();
    assertThat(Thread.interrupted()).as("the interrupt status is kept").isTrue();
    assertThat(found).hasSize(2);

    Thread.currentThread().interrupt();
    UnknownHostException failure = lookupFails("nosuch.example.com");
    assertThat(Thread.interrupted()).as("the interrupt status is kept").isTrue();
    assertThat(failure).hasCauseInstanceOf(HostNotFoundException.class);
  }

  @Test
  void takesNamesThatAreNoHostNames() throws Exception {
    assertThat(resolver.lookupByName("_under_score.wild.example.com", BOTH))
        .extracting(InetAddress::toString)
        .containsExactly("_under_score.wild.example.com/192.0.2.99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST.", "a.localhost", "b.a.LocalHost"})
  @DisplayName("H1: localhost and all below it is loopback, with nothing sent")
  void localhostIsLoopback(String name) throws Exception {
    assertThat(resolver.lookupByName(name, BOTH))
        .extracting(InetAddress::toString)
        .containsExactly(name + "/127.0.0.1", name + "/0:0:0:0:0:0:0:1");
    assertThat(internet.queries()).isEmpty();
    assertThat(jdk.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.onion", "x.test", "x.invalid", "x.home.arpa", "x.alt"})
  @DisplayName("H1: special names are not found, with nothing sent")
  void specialNamesAreNotFound(String name) {
    lookupFails(name);
    assertThat(internet.queries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thismachine", "ThisMachine.", "printer", "printer.local"})
  @DisplayName("H1: what only the machine knows is left to the JDK, with nothing sent")
  void leavesToTheJdkWhatOnlyTheMachineKnows(String name) throws Exception {
    jdk.host(name, 192, 0, 2, 7);
    assertThat(resolver.lookupByName(name, BOTH))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.0.2.7");
    assertThat(internet.queries()).isEmpty();
  }

  @Test
  void findsTheNameOfAnAddressWithoutFinalDot() throws Exception {
    assertThat(resolver.lookupByAddress(new byte[] {(byte) 203, 6, 74, 5}))
        .isEqualTo("www.defence.gov.au");
  }

  @Test
  void saysThatAnAddressHasNoName() {
    assertThatThrownBy(() -> resolver.lookupByAddress(new byte[] {(byte) 203, 6, 74, 77}))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageStartingWith("203.6.74.77: no name (files: not there; dns: ")
        .hasCauseInstanceOf(HostNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.0.1"})
  @DisplayName("H2: private addresses have no name, with nothing sent")
  void privateAddressesHaveNoName(String literal) throws Exception {
    byte[] octets = InetAddresses.forString(literal).getAddress();
    assertThatThrownBy(() -> resolver.lookupByAddress(octets))
        .isInstanceOf(UnknownHostException.class);
    assertThat(internet.queries()).isEmpty();
  }

  private UnknownHostException lookupFails(String name) {
    return catchThrowableOfType(
        UnknownHostException.class, () -> resolver.lookupByName(name, BOTH));
  }
}
