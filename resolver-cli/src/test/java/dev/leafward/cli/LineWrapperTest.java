// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWrapperTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "one, one",
    "one two, one two",
    "one two three, one two/three",
    "abcdefgh, abcdefgh",
    "abcdefghi, abcdefgh/i",
    "abc.defghij, abc./defghij",
    "abc.de.ghij, abc.de./ghij",
    "x abc.defghij, x/abc./defghij",
    "a-b-c-d-e-f-g, a-b-c-d-/e-f-g",
    "abcdefghijklmnop q, abcdefgh/ijklmnop/q"
  })
  void breaksAtSpacesAndLongWordsAtDots(String text, String lines) {
    assertThat(LineWrapper.wrap(text, 8)).isEqualTo(List.of(lines.split("/", -1)));
  }
}
