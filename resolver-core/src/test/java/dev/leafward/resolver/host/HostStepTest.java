// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostStepTest {

  @Test
  void wordsAreMadeOnlyWhenTheyAreRead() {
    List<String> made = new ArrayList<>();
    HostStep step =
        new HostStep(
            "dns",
            () -> {
              made.add("once");
              return "none";
            },
            List.of());
    assertThat(step.service()).isEqualTo("dns");
    assertThat(step.explanations()).isEmpty();
    assertThat(made).isEmpty();

    assertThat(step).hasToString("dns: none");
    assertThat(made).hasSize(1);
  }

  @Test
  void stepsThatSayTheSameAreEqual() {
    assertThat(HostStep.of("dns", "none"))
        .isEqualTo(HostStep.of("dns", "none"))
        .hasSameHashCodeAs(HostStep.of("dns", "none"))
        .isNotEqualTo(HostStep.of("dns", "found"))
        .isNotEqualTo(HostStep.of("files", "none"));
  }
}
