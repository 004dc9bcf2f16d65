// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MockInternetExtension.class)
class MockInternetExtensionTest {

  @BeforeEach
  void build(SimulatedInternet internet) {
    LittleWorld.addTo(internet);
  }

  @Test
  void givesTheTestWhatWasPrepared(SimulatedInternet internet) {
    assertThat(internet.zones()).hasSize(4);
  }

  @Test
  void givesAnotherSeedAnotherInternet(
      SimulatedInternet prepared, @Seed(7) SimulatedInternet fresh) {
    assertThat(fresh).isNotSameAs(prepared);
    assertThat(fresh.zones()).isEmpty();
  }

  @Test
  void givesLoopbackWhereTheKindIsLeftOpen(MockInternet internet, LoopbackInternet same) {
    assertThat(internet).isInstanceOf(LoopbackInternet.class).isSameAs(same);
  }
}
