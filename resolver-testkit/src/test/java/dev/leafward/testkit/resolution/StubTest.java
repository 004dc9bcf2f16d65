// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.rdata.RRType;
import org.junit.jupiter.api.Test;

class StubTest {

  @Test
  void passesOnWhatTheServerSays() throws Exception {
    try (SimulatedInternet internet = MockInternet.simulated(1)) {
      internet
          .zone("example.com.")
          .at("10.0.1.13")
          .text("@ 60 SOA ns. h. 1 2 3 4 5\n@ 60 NS ns.\nwww 60 A 192.0.2.80");
      Resolver stub = internet.stub().servers("10.0.1.13").build();

      Answer answer = stub.resolve("www.example.com", RRType.A);

      assertThat(answer).isInstanceOf(Answer.Found.class);
      assertThat(internet.queriesTo("10.0.1.13")).hasSize(1);
    }
  }
}
