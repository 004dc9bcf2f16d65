// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.cache.FakeTime;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

  private static final String SCUTIL = "/usr/sbin/scutil --dns";
  private static final String IPCONFIG = "ipconfig /all";

  @ParameterizedTest
  @CsvSource({
    "Mac OS X,   scutil-office,          192.0.2.53 fe80::53%4 2001:db8::53, corp.example."
        + " example.net.",
    "Mac OS X,   scutil-local-forwarder, 127.0.0.1#5300,                     lan.example.",
    "Mac OS X,   scutil-offline,         127.0.0.1,                          ''",
    "Windows 11, ipconfig-english,       fe80::1%7 192.0.2.53 192.0.2.54,    corp.example."
        + " example.net.",
    "Windows 11, ipconfig-german,        192.0.2.53,                         lan.example.",
    "Windows 11, ipconfig-french,        192.0.2.53 2001:db8::53,            lan.example.",
  })
  void readsWhatTheCommandSays(String system, String output, String servers, String suffixes)
      throws IOException {
    FakeMachine machine = new FakeMachine(system);
    machine.outputs.put(system.startsWith("Mac") ? SCUTIL : IPCONFIG, recorded(output));

    ResolvConf resolver = read(machine).resolver();

    assertThat(resolver.servers().stream().map(each -> text(each.value())).collect(joining(" ")))
        .isEqualTo(servers);
    assertThat(resolver.suffixes().value().stream().map(DomainName::toString).collect(joining(" ")))
        .isEqualTo(suffixes);
    assertThat(resolver.ndots().value()).isEqualTo(1);
    assertThat(resolver.attempts().value()).isEqualTo(2);
  }

  @Test
  void knowsTheLineOfTheOutput() throws IOException {
    FakeMachine machine = new FakeMachine("Mac OS X");
    machine.outputs.put(SCUTIL, recorded("scutil-office"));

    ResolvConf resolver = read(machine).resolver();

    assertThat(resolver.servers().getFirst().origin()).isEqualTo(new Origin("scutil --dns", 6));
    assertThat(resolver.suffixes().origin()).isEqualTo(new Origin("scutil --dns", 4));
    assertThat(resolver.ignored())
        .containsExactly(
            new Ignored(
                "resolver #2 for vpn.example",
                "only the first resolver is used",
                new Origin("scutil --dns", 14)),
            new Ignored(
                "resolver #3 for local",
                "only the first resolver is used",
                new Origin("scutil --dns", 22)));
  }

  @Test
  void readsPortAndTimeoutOfMacOs() throws IOException {
    FakeMachine machine = new FakeMachine("Mac OS X");
    machine.outputs.put(SCUTIL, recorded("scutil-local-forwarder"));

    ResolvConf resolver = read(machine).resolver();

    assertThat(resolver.timeout())
        .isEqualTo(new Setting<>(Duration.ofSeconds(12), new Origin("scutil --dns", 7)));
    assertThat(resolver.servers().getFirst().value().port()).isEqualTo(5300);
  }

  @Test
  void passesOverTheAddressesThatMeanNothingOnWindows() throws IOException {
    FakeMachine machine = new FakeMachine("Windows 11");
    machine.outputs.put(IPCONFIG, recorded("ipconfig-english"));

    ResolvConf resolver = read(machine).resolver();

    assertThat(resolver.ignored()).hasSize(3);
    assertThat(resolver.ignored().getFirst().reason())
        .isEqualTo("nobody has that address; it says that none is set");
    assertThat(resolver.servers().getLast().origin()).isEqualTo(new Origin(IPCONFIG, 29));
  }

  @Test
  void readsTheFileOfMacOsWhereTheCommandIsMissing() {
    FakeMachine machine = new FakeMachine("Mac OS X");
    machine.files.put("/etc/resolv.conf", "nameserver 192.0.2.1\n");

    assertThat(text(read(machine).resolver().servers().getFirst().value())).isEqualTo("192.0.2.1");
  }

  @Test
  void readsTheHostsFileOfWindows() {
    FakeMachine machine = new FakeMachine("Windows 11");
    machine.environment.put("SYSTEMROOT", "D:\\Win");
    String hosts = Path.of("D:\\Win", "System32", "drivers", "etc", "hosts").toString();
    machine.files.put(hosts, "192.0.2.9 server\r\n");

    assertThat(read(machine).hosts().addresses("server"))
        .containsExactly(InetAddresses.forString("192.0.2.9"));
    assertThat(machine.reads).containsExactlyInAnyOrder(hosts, IPCONFIG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11", "FreeBSD", ""})
  void neverInventsAPublicServer(String system) {
    SystemConfiguration configuration = read(new FakeMachine(system));

    assertThat(text(configuration.resolver().servers().getFirst().value())).isEqualTo("127.0.0.1");
    assertThat(configuration.resolver().servers()).hasSize(1);
    assertThat(configuration.hostsOrder()).isEqualTo(NsSwitch.DEFAULT);
    assertThat(configuration.policies()).isEqualTo(PolicyTable.DEFAULT);
    assertThat(configuration.hosts().entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DNS configuration\nresolver #1\n  nameserver[0] : name.example\n  port : 99999999999\n",
        "DNS configuration\n  nameserver[0] : 192.0.2.1\n",
        "DNS configuration\nresolver #1\n  timeout : soon\n  search domain[0] : a..b\n",
        "   DNS : a..b\n",
        "        192.0.2.1\n   DNS Servers:\n:::\n",
      })
  void makesSomethingOfAnyOutput(String output) {
    for (String system : new String[] {"Mac OS X", "Windows 11"}) {
      FakeMachine machine = new FakeMachine(system);
      machine.outputs.put(SCUTIL, output);
      machine.outputs.put(IPCONFIG, output);

      assertThat(read(machine).resolver().stubOptions().servers()).isNotEmpty();
    }
  }

  private static SystemConfiguration read(FakeMachine machine) {
    return ConfigurationSource.of(machine, new FakeTime()).current();
  }

  private static String text(UpstreamServer server) {
    return server.toString();
  }

  private static String recorded(String name) throws IOException {
    try (InputStream octets = PlatformTest.class.getResourceAsStream(name + ".txt")) {
      return new String(
          Objects.requireNonNull(octets, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
