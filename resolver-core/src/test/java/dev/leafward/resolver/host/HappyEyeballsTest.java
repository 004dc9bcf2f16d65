// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HappyEyeballsTest {

  @ParameterizedTest(name = "{0}, {1} first: {2}")
  @CsvSource(
      textBlock =
          """
          ::a ::b ::c 1.1.1.1 2.2.2.2, 1, ::a 1.1.1.1 ::b 2.2.2.2 ::c
          ::a ::b ::c 1.1.1.1 2.2.2.2, 2, ::a ::b 1.1.1.1 ::c 2.2.2.2
          1.1.1.1 2.2.2.2 ::a,         1, 1.1.1.1 ::a 2.2.2.2
          1.1.1.1 ::a ::b 2.2.2.2,     1, 1.1.1.1 ::a 2.2.2.2 ::b
          ::a 1.1.1.1,                 9, ::a 1.1.1.1
          1.1.1.1 2.2.2.2,             1, 1.1.1.1 2.2.2.2
          ::a,                         1, ::a
          ::a 1.1.1.1 2.2.2.2 3.3.3.3, 1, ::a 1.1.1.1 2.2.2.2 3.3.3.3
          """)
  void familiesTakeTurns(String sorted, int count, String mixed) {
    assertThat(HappyEyeballs.interleave(addresses(sorted), count))
        .containsExactlyElementsOf(addresses(mixed));
  }

  @Test
  void oneAddressOfTheFirstFamilyComesFirstUnlessMoreAreAskedFor() {
    assertThat(HappyEyeballs.interleave(addresses("::a ::b 1.1.1.1")))
        .containsExactlyElementsOf(addresses("::a 1.1.1.1 ::b"));
  }

  @Test
  void nothingMakesNothing() {
    assertThat(HappyEyeballs.interleave(List.of())).isEmpty();
  }

  @Test
  void countBelowOneIsRefused() {
    assertThatThrownBy(() -> HappyEyeballs.interleave(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<InetAddress> addresses(String text) {
    return Splitter.on(' ').splitToStream(text).map(InetAddresses::forString).toList();
  }
}
