// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a constructor gets belongs to one test: each of these would see the other's zones. */
@ExtendWith(MockInternetExtension.class)
class MockInternetInConstructorTest {

  private final SimulatedInternet internet;

  MockInternetInConstructorTest(SimulatedInternet internet) {
    this.internet = LittleWorld.addTo(internet);
  }

  @Test
  void isTheTestMethodsAsWell(SimulatedInternet ofTheMethod) {
    assertThat(ofTheMethod).isSameAs(internet);
    assertThat(internet.zones()).hasSize(4);
  }

  @Test
  void isNotThatOfAnotherTest() {
    assertThat(internet.zones()).hasSize(4);
  }
}
