// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void coloursUnlessTheEnvironmentObjects() {
    assertThat(Palette.allowsColour(Map.of())).isTrue();
    assertThat(Palette.allowsColour(Map.of("TERM", "xterm-256color", "NO_COLOR", ""))).isTrue();
    assertThat(Palette.allowsColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Palette.allowsColour(Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void leavesPlainTextAlone() {
    assertThat(Palette.PLAIN.paint(Palette.Style.BAD, "lame")).isEqualTo("lame");
    assertThat(Palette.COLOUR.paint(Palette.Style.NORMAL, "asked")).isEqualTo("asked");
    assertThat(Palette.COLOUR.paint(Palette.Style.BAD, "lame"))
        .isEqualTo("\u001b[31mlame\u001b[0m");
  }
}
