// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTableTest {

  private static final String FILE = "/etc/gai.conf";

  /** RFC 6724 section 2.1, and its section 3. */
  @ParameterizedTest
  @CsvSource({
    "::1,               50,  0,  2",
    "2001:db8::1,       40,  1, 14",
    "192.0.2.1,         35,  4, 14",
    "10.0.0.1,          35,  4, 14",
    "127.0.0.1,         35,  4,  2",
    "169.254.1.1,       35,  4,  2",
    "2002:c000:201::1,  30,  2, 14",
    "2001::1,            5,  5, 14",
    "2001:1::1,         40,  1, 14",
    "fc00::1,            3, 13, 14",
    "fdff::1,            3, 13, 14",
    "::192.0.2.1,        1,  3, 14",
    "fec0::1,            1, 11,  5",
    "3ffe::1,            1, 12, 14",
    "fe80::1,           40,  1,  2",
    "ff02::1,           40,  1,  2",
    "ff05::1,           40,  1,  5",
    "ff0e::1,           40,  1, 14",
  })
  void isThatOfTheRfcByDefault(String address, int precedence, int label, int scope) {
    InetAddress destination = InetAddresses.forString(address);

    for (PolicyTable table : new PolicyTable[] {PolicyTable.DEFAULT, PolicyTable.parse("", FILE)}) {
      assertThat(table.precedence(destination)).isEqualTo(precedence);
      assertThat(table.label(destination)).isEqualTo(label);
      assertThat(table.scope(destination)).isEqualTo(scope);
    }
  }

  /** What every guide says to write for IPv4 to come first. */
  @Test
  void putsAllPrecedencesAsideForOne() {
    PolicyTable table = PolicyTable.parse("\n  precedence ::ffff:0:0/96  100 # v4\n", FILE);

    assertThat(table.precedence(InetAddresses.forString("192.0.2.1"))).isEqualTo(100);
    assertThat(table.precedence(InetAddresses.forString("2002::1"))).isEqualTo(40);
    assertThat(table.precedence(InetAddresses.forString("::1"))).isEqualTo(40);
    assertThat(table.label(InetAddresses.forString("2002::1"))).isEqualTo(2);
    assertThat(table.precedences().getFirst().origin()).isEqualTo(new Origin(FILE, 2));
  }

  @Test
  void hasTheLongestPrefixDecide() {
    PolicyTable table =
        PolicyTable.parse("label ::/0 7\nlabel 2001:db8::/32 8\nlabel 2001:db8::1 9\n", FILE);

    assertThat(table.label(InetAddresses.forString("2001:db8::1"))).isEqualTo(9);
    assertThat(table.label(InetAddresses.forString("2001:db8::2"))).isEqualTo(8);
    assertThat(table.label(InetAddresses.forString("2001:db9::2"))).isEqualTo(7);
    assertThat(table.label(InetAddresses.forString("192.0.2.1"))).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"scopev4 ::ffff:10.0.0.0/104 5", "scopev4 10.0.0.0/8 5"})
  void readsScopesOfIpv4(String line) {
    PolicyTable table = PolicyTable.parse(line, FILE);

    assertThat(table.scope(InetAddresses.forString("10.1.2.3"))).isEqualTo(PolicyTable.SITE_LOCAL);
    assertThat(table.scope(InetAddresses.forString("127.0.0.1"))).isEqualTo(PolicyTable.GLOBAL);
    assertThat(table.ignored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "label ::/0, a prefix and a number must follow",
    "label ::/x 1, a number is none",
    "label ::/0 -1, a number is none",
    "label ::/129 1, no such prefix",
    "label 10.0.0.0/8 1, no such prefix",
    "scopev4 2001:db8::/32 5, no such prefix",
    "scopev4 10.0.0.0/33 5, no such prefix",
    "scopev4 nonsense 5, no such prefix",
    "reload yes, changes are always picked up",
    "prefer ::/0 1, no such keyword",
  })
  void listsWhatIsNotUsed(String line, String reason) {
    PolicyTable table = PolicyTable.parse(line, FILE);

    assertThat(table.ignored()).containsExactly(new Ignored(line, reason, new Origin(FILE, 1)));
    assertThat(table.labels()).isEqualTo(PolicyTable.DEFAULT.labels());
  }
}
