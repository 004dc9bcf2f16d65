// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternetExtension;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.rdata.RRType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How to test what happens when servers fail: in a little Internet of the test's own. */
@ExtendWith(MockInternetExtension.class)
class AgainstMockInternetTest {

  @BeforeEach
  void describeTheWorld(SimulatedInternet internet) {
    internet
        .zone(".")
        .text(
            """
            @           86400 SOA  a.root. hostmaster.root. 1 1800 900 604800 86400
                        86400 NS   a.root.
            a.root.     86400 A    198.51.100.1
            shop.       86400 NS   ns1.shop.
                        86400 NS   ns2.shop.
            ns1.shop.   86400 A    192.0.2.1
            ns2.shop.   86400 A    192.0.2.2
            """);
    internet
        .zone("shop.")
        .text(
            """
            @           3600  SOA  ns1 hostmaster 1 1800 900 604800 300
                        3600  NS   ns1
                        3600  NS   ns2
            ns1         3600  A    192.0.2.1
            ns2         3600  A    192.0.2.2
            www         60    A    203.0.113.80
            """);
  }

  @Test
  void oneSilentServerIsNoHindrance(SimulatedInternet internet) throws Exception {
    internet.server("192.0.2.1").silent();
    try (Resolver resolver = internet.recursive().build()) {
      assertThat(resolver.resolve("www.shop", RRType.A)).isInstanceOf(Answer.Found.class);
      assertThat(internet.queriesTo("192.0.2.2")).isNotEmpty();
    }
  }

  @Test
  void whereNoServerHelpsItIsSaidWhatEachOneDid(SimulatedInternet internet) {
    internet.server("192.0.2.1").refusing();
    internet.server("192.0.2.2").failing();
    try (Resolver resolver = internet.recursive().build()) {
      assertThatThrownBy(() -> resolver.resolve("www.shop", RRType.A))
          .isInstanceOf(ResolutionException.class)
          .hasMessageContainingAll("192.0.2.1", "refuses", "192.0.2.2", "SERVFAIL");
    }
  }
}
