// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.cache.FakeTime;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationSourceTest {

  private static final String RESOLV_CONF = "/etc/resolv.conf";
  private static final String HOSTS = "/etc/hosts";
  private static final String SCUTIL = "/usr/sbin/scutil --dns";

  private final FakeTime time = new FakeTime();
  private final FakeMachine linux = new FakeMachine("Linux");

  @Test
  void readsNothingUntilItIsAsked() {
    ConfigurationSource.of(linux, time);

    assertThat(linux.reads).isEmpty();
  }

  @Test
  void looksAgainAfterFiveSeconds() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\n");
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    SystemConfiguration first = source.current();
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.2\n");

    time.passSeconds(4);
    assertThat(source.current()).isSameAs(first);
    assertThat(linux.reads(RESOLV_CONF)).isEqualTo(1);

    time.passSeconds(1);
    assertThat(server(source.current())).isEqualTo(address("192.0.2.2"));
    assertThat(linux.reads(RESOLV_CONF)).isEqualTo(2);
  }

  @Test
  void isTheSameObjectAsLongAsNothingChanges() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\n");
    linux.files.put(HOSTS, "192.0.2.9 server\n");
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    SystemConfiguration first = source.current();

    time.passSeconds(60);

    assertThat(source.current()).isSameAs(first);
    assertThat(linux.reads(RESOLV_CONF)).isEqualTo(2);
  }

  @Test
  void keepsWhatHasNotChanged() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\n");
    linux.files.put(HOSTS, "192.0.2.9 server\n");
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    SystemConfiguration first = source.current();
    linux.files.put(HOSTS, "192.0.2.8 server\n");
    linux.hostName = "vm2";

    time.passSeconds(5);
    SystemConfiguration second = source.current();

    assertThat(second.hosts().addresses("server")).isEqualTo(List.of(address("192.0.2.8")));
    assertThat(second.hostName()).isEqualTo("vm2");
    assertThat(second.resolver()).isSameAs(first.resolver());
    assertThat(second.policies()).isSameAs(first.policies());
  }

  @Test
  void noticesThatAFileIsGone() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\n");
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    assertThat(server(source.current())).isEqualTo(address("192.0.2.1"));
    linux.files.clear();

    time.passSeconds(5);

    assertThat(server(source.current())).isEqualTo(address("127.0.0.1"));
  }

  @Test
  void keepsTheNameServersWhereTheyAreNotToBeReadAgain() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\noptions no-reload\n");
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    SystemConfiguration first = source.current();
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.2\n");
    linux.files.put(HOSTS, "192.0.2.9 server\n");

    time.passSeconds(5);

    assertThat(source.current().resolver()).isSameAs(first.resolver());
    assertThat(source.current().hosts().addresses("server")).hasSize(1);
    assertThat(linux.reads(RESOLV_CONF)).isEqualTo(1);
  }

  @Test
  void runsACommandEveryThirtySeconds() {
    FakeMachine mac = new FakeMachine("Mac OS X");
    mac.outputs.put(SCUTIL, "DNS configuration\nresolver #1\n  nameserver[0] : 192.0.2.1\n");
    ConfigurationSource source = ConfigurationSource.of(mac, time);
    source.current();

    time.passSeconds(29);
    source.current();
    assertThat(mac.reads(SCUTIL)).isEqualTo(1);

    time.passSeconds(1);
    source.current();
    assertThat(mac.reads(SCUTIL)).isEqualTo(2);
  }

  @Test
  void staysWithWhatItKnowsWhenACommandFails() {
    FakeMachine windows = new FakeMachine("Windows 11");
    windows.outputs.put("ipconfig /all", "Windows\n\n   DNS Servers : 192.0.2.1\n");
    ConfigurationSource source = ConfigurationSource.of(windows, time);
    SystemConfiguration first = source.current();
    windows.outputs.clear();

    time.passSeconds(60);

    assertThat(source.current()).isSameAs(first);
    assertThat(server(first)).isEqualTo(address("192.0.2.1"));
  }

  @Test
  void staysWithWhatItKnowsWhenFilesCannotBeReadAtPresent() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\n");
    linux.files.put(HOSTS, "192.0.2.9 server\n");
    linux.files.put("/etc/nsswitch.conf", "hosts: files\n");
    linux.files.put("/etc/gai.conf", "precedence ::/0 7\n");
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    SystemConfiguration first = source.current();
    linux.hasTooManyFilesOpen = true;

    time.passSeconds(5);

    assertThat(source.current()).isSameAs(first);
    assertThat(linux.reads(RESOLV_CONF)).isEqualTo(2);
  }

  @Test
  void hasTheDefaultsUntilFilesCanBeRead() {
    linux.files.put(RESOLV_CONF, "nameserver 192.0.2.1\n");
    linux.hasTooManyFilesOpen = true;
    ConfigurationSource source = ConfigurationSource.of(linux, time);
    assertThat(server(source.current())).isEqualTo(address("127.0.0.1"));
    linux.hasTooManyFilesOpen = false;

    time.passSeconds(5);

    assertThat(server(source.current())).isEqualTo(address("192.0.2.1"));
  }

  @Test
  void mayBeFixed() {
    SystemConfiguration configuration = ConfigurationSource.of(linux, time).current();

    assertThat(ConfigurationSource.fixed(configuration).current()).isSameAs(configuration);
  }

  private static InetAddress server(SystemConfiguration configuration) {
    return configuration.resolver().servers().getFirst().value().address();
  }

  private static InetAddress address(String text) {
    return InetAddresses.forString(text);
  }
}
