// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.53, 192.0.2.53:53",
    "192.0.2.53:5353, 192.0.2.53:5353",
    "2001:db8::53, [2001:db8::53]:53",
    "[2001:db8::53]:5353, [2001:db8::53]:5353",
    "[2001:DB8:0:0::53], [2001:db8::53]:53"
  })
  void readsLiteralsWithAndWithoutPort(String text, String canonical) {
    assertThat(ServerAddress.format(ServerAddress.parse(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ns.example.com", "192.0.2.256", "localhost:53", "192.0.2.1:x"})
  void readsNothingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.parse(text));
  }
}
