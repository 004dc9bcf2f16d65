// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.resolver.system.ResolvConf;
import dev.leafward.resolver.system.SystemConfiguration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where hosts are looked for, and in which order. */
class HostSwitchTest {
  private static final String HOSTS_FILE =
      """
      192.0.2.80 www.example web
      2001:db8::80 www.example
      192.0.2.81 www.example
      192.0.2.82 v4.example
      """;

  private final FakeResolver resolver =
      new FakeResolver()
          .with("www.example. 60 A 198.51.100.80")
          .with("v4.example. 60 AAAA 2001:db8::82")
          .with("mybox. 60 A 198.51.100.1")
          .failing("down.example. A")
          .silent("silent.example. A");

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          files dns                          | www.example    | 2001:db8::80 192.0.2.80 192.0.2.81
          dns files                          | www.example    | 198.51.100.80
          files dns                          | WEB            | 192.0.2.80
          files dns                          | web.           | 192.0.2.80
          files                              | other.example  | none
          dns                                | web            | none
          files dns                          | v4.example     | 192.0.2.82
          files [SUCCESS=continue] dns       | v4.example     | 2001:db8::82 192.0.2.82
          files [SUCCESS=merge] dns          | v4.example     | 2001:db8::82 192.0.2.82
          mdns4_minimal [NOTFOUND=return] dns | www.example   | 198.51.100.80
          resolve [!UNAVAIL=return] dns      | www.example    | 198.51.100.80
          resolve [UNAVAIL=return] dns       | www.example    | none
          dns [NOTFOUND=return] files        | web            | none
          dns [!UNAVAIL=return] files        | web            | none
          files myhostname dns               | mybox          | 2001:db8::5 192.0.2.5
          files dns myhostname               | MyBox.         | 198.51.100.1
          files dns                          | mybox          | 198.51.100.1
          """)
  void placesAreAskedInTheirOrderAndByTheirActions(String order, String host, String expected)
      throws Exception {
    HostAnswer answer = hosts(order).lookup(host);

    assertThat(HostFixtures.text(answer.addresses())).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void whatIsInTheFileIsNotAskedOfTheDns() throws Exception {
    HostAnswer answer = hosts("files dns").lookup("web");

    assertThat(resolver.asked()).isEmpty();
    assertThat(answer.ttl()).isEqualTo(OptionalLong.empty());
    assertThat(answer)
        .isInstanceOfSatisfying(
            HostAnswer.Addresses.class,
            found -> {
              assertThat(found.canonicalName()).isEqualTo("www.example");
              assertThat(found.entries().getFirst().provenance())
                  .isEqualTo(new Provenance.HostsFile("/etc/hosts", 1));
            });
  }

  @Test
  void familyThatTheFileDoesNotHaveIsAskedOfTheDns() throws Exception {
    HostAnswer answer = hosts("files dns").lookup("v4.example", AddressFamilies.IPV6);

    assertThat(HostFixtures.text(answer.addresses())).isEqualTo("2001:db8::82");
    assertThat(answer.steps()).extracting(HostStep::service).containsExactly("files", "dns");
  }

  @Test
  void hostThatOnlyTheFileHasWithoutSuchAnAddressHasNoAddress() throws Exception {
    assertThat(hosts("files dns").lookup("web", AddressFamilies.IPV6))
        .isInstanceOf(HostAnswer.NoAddress.class);
  }

  @Test
  void failureCountsMoreThanNoSuchHostAndLessThanAFind() throws Exception {
    assertThatThrownBy(() -> hosts("dns files").lookup("down.example", AddressFamilies.IPV4))
        .isInstanceOf(ResolutionException.class);

    resolver.failing("web. A");
    HostAnswer answer = hosts("dns files").lookup("web", AddressFamilies.IPV4);
    assertThat(HostFixtures.text(answer.addresses())).isEqualTo("192.0.2.80");
    assertThat(answer.steps().getFirst().result()).contains("did nothing of use");
  }

  @Test
  void dnsIsUnavailableWhetherItsServersAreSilentOrFail() throws Exception {
    resolver.silent("web. A");
    assertThatWebIsUnavailableInTheDns();

    resolver.failing("web. A");
    assertThatWebIsUnavailableInTheDns();
  }

  private void assertThatWebIsUnavailableInTheDns() throws ResolutionException {
    for (String action : List.of("[!UNAVAIL=return]", "[TRYAGAIN=return]", "[NOTFOUND=return]")) {
      HostAnswer answer = hosts("dns " + action + " files").lookup("web", AddressFamilies.IPV4);
      assertThat(HostFixtures.text(answer.addresses())).as(action).isEqualTo("192.0.2.80");
    }
    assertThatThrownBy(
            () -> hosts("dns [UNAVAIL=return] files").lookup("web", AddressFamilies.IPV4))
        .isInstanceOf(ResolutionException.class);
  }

  @Test
  void ownNameHasWideAddressesOnlyAndOtherwiseWhatThereIs() throws Exception {
    assertThat(own("2001:db8::5", "fe80::5", "192.0.2.5")).isEqualTo("2001:db8::5 192.0.2.5");
    assertThat(own("fe80::5")).isEqualTo("fe80::5");
    assertThat(own()).isEqualTo("::1 127.0.0.2");
  }

  @Test
  void namesOfAnAddressFollowTheOrderToo() throws Exception {
    resolver.with("80.2.0.192.in-addr.arpa. 60 PTR dns.example.");

    assertThat(hosts("files dns").lookup(HostFixtures.address("192.0.2.80")).names())
        .extracting("name")
        .containsExactly("www.example", "web");
    assertThat(hosts("dns files").lookup(HostFixtures.address("192.0.2.80")).names())
        .extracting("name")
        .containsExactly("dns.example");
    assertThat(hosts("files myhostname dns").lookup(HostFixtures.address("192.0.2.5")).names())
        .extracting("name")
        .containsExactly("mybox");
  }

  @Test
  void changedConfigurationHoldsFromTheNextLookupOn() throws Exception {
    SystemConfiguration[] current = {configuration("files dns")};
    HostResolver hosts =
        HostResolver.over(resolver)
            .network(new FakeNetwork())
            .configuration(() -> current[0])
            .build();

    assertThat(hosts.lookup("www.example").addresses()).hasSize(3);
    current[0] = configuration("dns");
    assertThat(hosts.lookup("www.example").addresses()).hasSize(1);
  }

  @Test
  void searchListAndFlagsAreThoseOfTheConfiguration() throws Exception {
    ResolvConf resolvConf =
        ResolvConf.parse("search example\noptions no-aaaa\n", "/etc/resolv.conf", Map.of());
    SystemConfiguration configuration =
        new SystemConfiguration(
            resolvConf, NsSwitch.DEFAULT, HostsFile.EMPTY, PolicyTable.DEFAULT, "");

    HostAnswer answer =
        HostResolver.over(resolver)
            .network(new FakeNetwork())
            .configuration(ConfigurationSource.fixed(configuration))
            .build()
            .lookup("www");

    assertThat(HostFixtures.text(answer.addresses())).isEqualTo("198.51.100.80");
    assertThat(resolver.asked()).containsExactly("www.example. A");
  }

  private String own(String... addresses) throws ResolutionException {
    HostResolver hosts =
        HostResolver.over(resolver)
            .network(new FakeNetwork(addresses))
            .configuration(ConfigurationSource.fixed(configuration("myhostname")))
            .build();
    return HostFixtures.text(hosts.lookup("mybox").addresses());
  }

  private HostResolver hosts(String order) {
    return HostResolver.over(resolver)
        .network(new FakeNetwork("192.0.2.5", "2001:db8::5"))
        .configuration(ConfigurationSource.fixed(configuration(order)))
        .build();
  }

  private static SystemConfiguration configuration(String order) {
    return new SystemConfiguration(
        ResolvConf.parse("", "/etc/resolv.conf", Map.of()),
        NsSwitch.parse("hosts: " + order + "\n", "/etc/nsswitch.conf"),
        HostsFile.parse(HOSTS_FILE, "/etc/hosts"),
        PolicyTable.DEFAULT,
        "mybox");
  }
}
