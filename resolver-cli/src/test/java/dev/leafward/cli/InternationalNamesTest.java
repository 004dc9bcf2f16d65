// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.base.Splitter;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalNamesTest {

  @ParameterizedTest
  @CsvSource({
    "fa\u00df.de, xn--fa-hia.de",
    "FA\u00df.DE, xn--fa-hia.de",
    "b\u00fccher.example., xn--bcher-kva.example.",
    "Bu\u0308cher.example, xn--bcher-kva.example", // composed
    "\u03b2\u03cc\u03bb\u03bf\u03c2.com, xn--nxasmm1c.com", // final sigma
    "\u03b2\u03cc\u03bb\u03bf\u03c3.com, xn--nxasmq6b.com",
    "\u4f8b\u3048\u3002\u30c6\u30b9\u30c8, xn--r8jz45g.xn--zckzah", // ideographic full stop
    "_dmarc.fa\u00df.de, _dmarc.xn--fa-hia.de",
    "r3---sn.fa\u00df.de, r3---sn.xn--fa-hia.de",
    "XN--FA-HIA.de, xn--fa-hia.de"
  })
  void namesInAllScriptsBecomeAscii(String typed, String name) throws UsageException {
    assertThat(InternationalNames.toAscii(typed)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "Example.COM",
        "_sip._tcp.Example.com.",
        "-a-.r3---sn-x.example",
        "*.example",
        "a\\.b.example",
        "xn--a\\.b.example",
        "a..b"
      })
  void namesInAsciiStayAsTheyAre(String name) throws UsageException {
    assertThat(InternationalNames.toAscii(name)).isSameAs(name);
  }

  @Test
  void namesInAsciiLoadNothingOfIcu() throws Exception {
    List<URL> classPath = new ArrayList<>();
    for (String entry :
        Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
      if (!entry.contains("icu4j")) {
        classPath.add(Path.of(entry).toUri().toURL());
      }
    }
    ClassLoader jdk = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader withoutIcu = new URLClassLoader(classPath.toArray(URL[]::new), jdk)) {
      Method toAscii =
          withoutIcu
              .loadClass(InternationalNames.class.getName())
              .getDeclaredMethod("toAscii", String.class);
      toAscii.setAccessible(true);

      assertThat(toAscii.invoke(null, "www.example.com")).isEqualTo("www.example.com");
      assertThatExceptionOfType(InvocationTargetException.class)
          .isThrownBy(() -> toAscii.invoke(null, "xn--fa-hia.de"))
          .withCauseInstanceOf(NoClassDefFoundError.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xn--a, stands for nothing",
    "www.xn--a.example, stands for nothing",
    "xn--99999999.example, stands for nothing",
    "a\u00adb\u2028.example, must not have",
    "a\u200db.example, must not stand where it does",
    "\u0301a.example, combining mark",
    "a..\u00fc, is empty",
    "a\u05d0.example, to the left and to the right",
    "fa\u00df\\.de, no escapes",
    "fa\ufffd.de, locale"
  })
  void namesThatCannotBeAreRefusedWithAReason(String typed, String reason) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> InternationalNames.toAscii(typed))
        .satisfies(refusal -> assertThat(refusal.sentence()).contains(reason));
  }

  @Test
  void labelsThatAreTooLongInAsciiAreRefused() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> InternationalNames.toAscii("\u00fc".repeat(64)))
        .satisfies(refusal -> assertThat(refusal.sentence()).contains("longer than 63 octets"));
  }

  @ParameterizedTest
  @CsvSource({
    "xn--fa-hia.de. 60 IN NS XN--Bcher-KVA.de., fa\u00df.de. 60 IN NS b\u00fccher.de.",
    "xn--a.example., xn--a.example.",
    "xn--99999999.example., xn--99999999.example.",
    "xn--.example., xn--.example.",
    "notxn--fa-hia.de. _xn--fa-hia.de., notxn--fa-hia.de. _xn--fa-hia.de.",
    "'\"v=\\\" xn--fa-hia\" xn--fa-hia.', '\"v=\\\" xn--fa-hia\" fa\u00df.'"
  })
  void punycodeIsShownAsItReads(String text, String shown) {
    assertThat(InternationalNames.toUnicode(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xn--a-la", // U+0085 NEXT LINE
        "xn--a31m-5da", // U+009B CONTROL SEQUENCE INTRODUCER
        "xn--6a", // U+00A0 NO-BREAK SPACE
        "xn--a-vca", // U+00AD SOFT HYPHEN
        "xn--tua", // U+034F COMBINING GRAPHEME JOINER
        "xn--bgb", // U+061C ARABIC LETTER MARK
        "xn--k6e", // U+180E MONGOLIAN VOWEL SEPARATOR
        "xn--2ug", // U+200E LEFT-TO-RIGHT MARK
        "xn--a-ein", // U+2028 LINE SEPARATOR
        "xn--ab-g4t", // U+202E RIGHT-TO-LEFT OVERRIDE
        "xn--ab-q8t", // U+2060 WORD JOINER
        "xn--lxg", // U+2066 LEFT-TO-RIGHT ISOLATE
        "xn--vhk", // U+3164 HANGUL FILLER
        "xn--a-so7g", // U+E000, private use
        "xn--ab-ot3n", // U+FEFF ZERO WIDTH NO-BREAK SPACE
        "xn--a-i411m" // U+E0041 TAG LATIN CAPITAL LETTER A
      })
  void labelsWithCharactersThatSteerATerminalOrHideStayInPunycode(String label) {
    assertThat(InternationalNames.toUnicode(label)).isEqualTo(label);
  }

  @Test
  void coloursAreNoPartOfALabel() {
    assertThat(InternationalNames.toUnicode("\u001b[1;32mxn--fa-hia.de\u001b[0m"))
        .isEqualTo("\u001b[1;32mfa\u00df.de\u001b[0m");
  }
}
