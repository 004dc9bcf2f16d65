// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsFileTest {

  private static final String FILE = "/etc/hosts";

  private static final String LINUX =
      """
      127.0.0.1       localhost
      127.0.1.1\tvm.lan.example\tvm

      # The following lines are desirable for IPv6 capable hosts
      ::1     localhost ip6-localhost ip6-loopback
      ff02::1 ip6-allnodes
         192.0.2.7   Printer.lan.example  printer  # on the second floor
      192.0.2.8 printer
      192.0.2.7 again
      """;

  private static final String MACOS =
      """
      ##
      # Host Database
      #
      127.0.0.1\tlocalhost
      255.255.255.255\tbroadcasthost
      ::1             localhost
      fe80::1%lo0\tlocalhost
      """;

  private static final String WINDOWS =
      """
      # Copyright (c) 1993-2009 Microsoft Corp.
      #
      #      102.54.94.97     rhino.acme.com          # source server

      # localhost name resolution is handled within DNS itself.
      #\t127.0.0.1       localhost
      192.0.2.9\tserver.lan.example
      """;

  @ParameterizedTest
  @CsvSource({
    "localhost, 127.0.0.1 ::1",
    "LOCALHOST, 127.0.0.1 ::1",
    "localhost., 127.0.0.1 ::1",
    "vm, 127.0.1.1",
    "printer, 192.0.2.7 192.0.2.8",
    "printer.lan.example, 192.0.2.7",
    "ip6-allnodes, ff02::1",
    "on, ''",
    "lan.example, ''",
    "'', ''",
  })
  void hasAllAddressesOfAName(String name, String addresses) {
    assertThat(text(HostsFile.parse(LINUX, FILE).addresses(name))).isEqualTo(addresses);
  }

  @Test
  void hasTheFirstNameOfALineForCanonical() {
    HostsFile hosts = HostsFile.parse(LINUX, FILE);

    assertThat(hosts.canonicalName("vm")).contains("vm.lan.example");
    assertThat(hosts.canonicalName("PRINTER")).contains("Printer.lan.example");
    assertThat(hosts.canonicalName("nobody")).isEmpty();
  }

  @Test
  void hasAllNamesOfAnAddress() {
    HostsFile hosts = HostsFile.parse(LINUX, FILE);

    assertThat(hosts.names(address("192.0.2.7")))
        .containsExactly("Printer.lan.example", "printer", "again");
    assertThat(hosts.names(address("::1")))
        .containsExactly("localhost", "ip6-localhost", "ip6-loopback");
    assertThat(hosts.names(address("192.0.2.99"))).isEmpty();
  }

  @Test
  void readsTheFileOfMacOs() {
    HostsFile hosts =
        HostsFile.parse(
            MACOS, FILE, name -> name.equals("lo0") ? OptionalInt.of(1) : OptionalInt.empty());

    assertThat(text(hosts.addresses("broadcasthost"))).isEqualTo("255.255.255.255");
    assertThat(hosts.addresses("localhost")).hasSize(3);
    assertThat(hosts.addresses("localhost").getLast())
        .asInstanceOf(InstanceOfAssertFactories.type(Inet6Address.class))
        .extracting(Inet6Address::getScopeId)
        .isEqualTo(1);
    assertThat(hosts.ignored()).isEmpty();
  }

  @Test
  void readsTheFileOfWindows() {
    HostsFile hosts = HostsFile.parse("\uFEFF" + WINDOWS.replace("\n", "\r\n"), FILE);

    assertThat(text(hosts.addresses("server.lan.example"))).isEqualTo("192.0.2.9");
    assertThat(hosts.entries()).hasSize(1);
    assertThat(hosts.entries().getFirst().origin()).isEqualTo(new Origin(FILE, 7));
    assertThat(hosts.ignored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost 127.0.0.1, it does not begin with an address",
    "127.1 localhost, it does not begin with an address",
    "192.0.2.256 host, it does not begin with an address",
    "fe80::1%nosuch host, it does not begin with an address",
    "192.0.2.1, no name stands behind the address",
    "192.0.2.1 # host, no name stands behind the address",
  })
  void listsLinesThatSayNothing(String line, String reason) {
    HostsFile hosts = HostsFile.parse("\n" + line + "\n192.0.2.2 other\n", FILE);

    assertThat(hosts.ignored()).containsExactly(new Ignored(line, reason, new Origin(FILE, 2)));
    assertThat(text(hosts.addresses("other"))).isEqualTo("192.0.2.2");
  }

  @Test
  void holdsTensOfThousandsOfLines() {
    String blockList =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "0.0.0.0 ads" + i + ".example\n")
            .collect(Collectors.joining());

    HostsFile hosts = HostsFile.parse(blockList, FILE);

    assertThat(hosts.entries()).hasSize(50_000);
    assertThat(text(hosts.addresses("ads49999.example"))).isEqualTo("0.0.0.0");
    assertThat(hosts.names(address("0.0.0.0"))).hasSize(50_000);
  }

  @Test
  void isEmptyWithoutAFile() {
    assertThat(HostsFile.EMPTY.entries()).isEmpty();
    assertThat(HostsFile.EMPTY.addresses("localhost")).isEmpty();
    assertThat(HostsFile.parse("", FILE).entries()).isEmpty();
  }

  private static InetAddress address(String text) {
    return InetAddresses.forString(text);
  }

  private static String text(List<InetAddress> addresses) {
    return addresses.stream().map(InetAddresses::toAddrString).collect(Collectors.joining(" "));
  }
}
