// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.name;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  private static final String LABEL_63 = "a".repeat(63);

  /** The longest name there is: 3 * 64 + 62 + 1 = 255 octets. */
  private static final String LONGEST = (LABEL_63 + ".").repeat(3) + "b".repeat(61) + ".";

  private static DomainName name(String text) {
    return DomainName.of(text);
  }

  @Test
  void textBecomesWireOctets() {
    assertThat(name("www.Example.").toWire()).isEqualTo("\3www\7Example\0".getBytes(US_ASCII));
    assertThat(name("www.Example")).isEqualTo(name("www.Example."));
    assertThat(name(".").toWire()).containsExactly(0);
    assertThat(name(".")).isSameAs(DomainName.ROOT);
  }

  @Test
  void relativeTextIsCompletedWithTheOrigin() {
    DomainName origin = name("example.com.");

    assertThat(DomainName.of("www", origin)).isEqualTo(name("www.example.com."));
    assertThat(DomainName.of("www.", origin)).isEqualTo(name("www."));
    assertThat(DomainName.of("@", origin)).isEqualTo(origin);
    assertThat(DomainName.of("@", DomainName.ROOT)).isEqualTo(DomainName.ROOT);
    assertThat(DomainName.of(".", origin)).isEqualTo(DomainName.ROOT);
    assertThat(DomainName.of("\\@", origin).toString()).isEqualTo("\\@.example.com.");
  }

  @Test
  void everyOctetSurvivesPrintingAndParsing() {
    for (int octet = 0; octet < 256; octet++) {
      DomainName original = DomainName.ofWire(new byte[] {3, 'a', (byte) octet, 'Z', 0});

      assertThat(original.toString()).matches("[!-~]+");
      assertThat(name(original.toString()).equalsExactly(original)).as("octet %d", octet).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a\\.b.c., a\\.b.c.",
    "a\\046b., a\\.b.",
    "\\000\\255., \\000\\255.",
    "a\\032b., a\\032b.",
    "\\a\\-., a-.",
    "\\\"\\(\\)\\;\\@\\$\\\\., \\\"\\(\\)\\;\\@\\$\\\\.",
    "_dmarc.*., _dmarc.*.",
  })
  void escapesAreReadAndWritten(String text, String printed) {
    assertThat(name(text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty label, 0",
    "a..b, empty label, 2",
    "..., empty label, 0",
    ".a, empty label, 0",
    "a\\, nothing follows the backslash, 1",
    "a\\25, a decimal escape needs three digits, 1",
    "a\\2x5, a decimal escape needs three digits, 1",
    "a\\256, a decimal escape goes up to \\255, 1",
    "caf\u00e9.example, character outside ASCII, 3",
  })
  void malformedTextIsRefusedWithItsPosition(String text, String reason, int position) {
    assertThatExceptionOfType(InvalidNameException.class)
        .isThrownBy(() -> name(text))
        .withMessageStartingWith(reason)
        .withMessageEndingWith("at position " + position)
        .satisfies(e -> assertThat(e.position()).isEqualTo(position));
  }

  @Test
  void limitsAreThoseOfTheWire() {
    assertThat(name(LONGEST).octets()).isEqualTo(DomainName.MAX_OCTETS);
    assertThat(name("a.".repeat(127)).labelCount()).isEqualTo(DomainName.MAX_LABELS);
    assertThat(name(LABEL_63).label(0)).hasSize(DomainName.MAX_LABEL_OCTETS);

    assertRefused(LABEL_63 + "a", "label longer than 63 octets");
    assertRefused("b" + LONGEST, "label longer than 63 octets");
    assertRefused("a." + LONGEST, "name longer than 255 octets");
    assertRefused((LABEL_63 + ".").repeat(3) + "b".repeat(62) + ".", "name longer than 255 octets");
    assertRefused("a.".repeat(128), "name longer than 255 octets");
  }

  private static void assertRefused(String text, String reason) {
    assertThatExceptionOfType(InvalidNameException.class)
        .isThrownBy(() -> name(text))
        .withMessageStartingWith(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\1a", "\1a\0\0", "\0\0", "\2a\0", "\100a\0"})
  void wireOctetsThatAreNoNameAreRefused(String wire) {
    assertThatExceptionOfType(InvalidNameException.class)
        .isThrownBy(() -> DomainName.ofWire(wire.getBytes(US_ASCII)));
  }

  @Test
  void wireLabelTypesOtherThanPlainAreRefused() {
    for (int length : new int[] {0x40, 0x80, 0xC0, 0xFF}) {
      byte[] wire = new byte[length + 2];
      wire[0] = (byte) length;
      assertThatExceptionOfType(InvalidNameException.class)
          .isThrownBy(() -> DomainName.ofWire(wire));
    }
  }

  @Test
  void wireOctetsAreCopied() {
    byte[] wire = {1, 'a', 0};
    DomainName name = DomainName.ofWire(wire);
    wire[1] = 'b';

    assertThat(name).isEqualTo(name("a."));
    name.toWire()[1] = 'c';
    assertThat(name).isEqualTo(name("a."));
  }

  @Test
  void comparisonIgnoresTheCaseOfAsciiLettersOnly() {
    DomainName lower = name("www.example.com.");
    DomainName mixed = name("wWw.EXAMPLE.com.");

    assertThat(mixed).isEqualTo(lower).hasSameHashCodeAs(lower).isEqualByComparingTo(lower);
    assertThat(mixed.equalsExactly(lower)).isFalse();
    assertThat(mixed).hasToString("wWw.EXAMPLE.com.");
    assertThat(mixed.lowerCase().equalsExactly(lower)).isTrue();
    assertThat(lower.lowerCase()).isSameAs(lower);
    assertThat(name("\\193.")).isNotEqualTo(name("\\225."));
    assertThat(name("@[`{.")).isNotEqualTo(name("`{@[."));
    assertThat(name("ab.")).isNotEqualTo(name("a.b."));
    assertThat(name("a\\.b.")).isNotEqualTo(name("a.b."));
  }

  @Test
  void equalityDoesNotDependOnWhetherTheHashIsKnown() {
    DomainName one = name("example.com.");
    DomainName other = name("example.org.");

    assertThat(one.equals(other)).isFalse();
    assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
    assertThat(one.equals(other)).isFalse();
    assertThat(one.equals(name("EXAMPLE.com."))).isTrue();
  }

  @Test
  void canonicalOrderIsThatOfRfc4034() {
    List<DomainName> ordered =
        List.of(
            name("example."),
            name("a.example."),
            name("yljkjljk.a.example."),
            name("Z.a.example."),
            name("zABC.a.EXAMPLE."),
            name("z.example."),
            name("\\001.z.example."),
            name("*.z.example."),
            name("\\200.z.example."));
    List<DomainName> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(4034));
    Collections.sort(shuffled);

    assertThat(shuffled).containsExactlyElementsOf(ordered);
    assertThat(DomainName.ROOT).isLessThan(name("a."));
    assertThat(name("ab.")).isGreaterThan(name("a."));
  }

  @Test
  void ancestryGoesByLabelsNotByOctets() {
    DomainName example = name("example.com.");

    assertThat(name("www.EXAMPLE.com.").isBelow(example)).isTrue();
    assertThat(example.isBelow(example)).isFalse();
    assertThat(example.isAtOrBelow(example)).isTrue();
    assertThat(example.isAtOrBelow(DomainName.ROOT)).isTrue();
    assertThat(DomainName.ROOT.isAtOrBelow(example)).isFalse();
    assertThat(name("myexample.com.").isAtOrBelow(example)).isFalse();
    // Its last octets are those of "a.com.", yet they lie within a label.
    DomainName deceit = DomainName.ofWire("\4xx\1a\3com\0".getBytes(US_ASCII));
    assertThat(deceit.isAtOrBelow(name("a.com."))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.example.com., b.EXAMPLE.com., 2",
    "example.com., www.example.com., 2",
    "a.b.c., x.b.y., 0",
    "a.b.c., a.x.c., 1",
    "., example., 0",
    "aexample.com., example.com., 1",
  })
  void commonLabelsAreCountedFromTheRight(String one, String other, int common) {
    assertThat(name(one).commonLabels(name(other))).isEqualTo(common);
    assertThat(name(other).commonLabels(name(one))).isEqualTo(common);
  }

  @Test
  void suffixesAreNamesOfTheirOwn() {
    DomainName name = name("a.Bc.def.");

    assertThat(name.suffix(3)).isSameAs(name);
    assertThat(name.suffix(2)).isEqualTo(name("bc.def.")).hasSameHashCodeAs(name("bc.def."));
    assertThat(name.suffix(2).toWire()).isEqualTo("\2Bc\3def\0".getBytes(US_ASCII));
    assertThat(name.suffix(2).octetAt(1)).isEqualTo('B');
    assertThat(name.suffix(1).label(0)).isEqualTo("def".getBytes(US_ASCII));
    assertThat(name.suffix(2).parent().parent()).isSameAs(DomainName.ROOT);
    assertThat(name.parent().lowerCase().equalsExactly(name("bc.def."))).isTrue();
    assertThat(name.parent().commonLabels(name)).isEqualTo(2);
    assertThat(name.isBelow(name.parent())).isTrue();
    assertThatIllegalStateException().isThrownBy(DomainName.ROOT::parent);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> name.suffix(4));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> name.label(3));
  }

  @Test
  void labelsArePrepended() {
    assertThat(name("com.").child("ex\\.ample")).hasToString("ex\\.ample.com.");
    assertThat(name("com.").wildcard()).hasToString("*.com.");
    assertThat(name("com.").wildcard().isWildcard()).isTrue();
    assertThat(DomainName.ROOT.wildcard().isWildcard()).isTrue();
    assertThat(name("*a.com.").isWildcard()).isFalse();
    assertThat(DomainName.ROOT.isWildcard()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> name("com.").child("a.b"));
    assertThatIllegalArgumentException().isThrownBy(() -> name("com.").child("a."));
    assertThatIllegalArgumentException().isThrownBy(() -> name("com.").child(""));
    assertThatIllegalArgumentException().isThrownBy(() -> name(LONGEST).wildcard());
  }

  @Test
  void aSuffixIsReplacedAsDnameDoesIt() {
    DomainName name = name("a.b.example.com.");

    assertThat(name.replaceSuffix(name("EXAMPLE.com."), name("test."))).contains(name("a.b.test."));
    assertThat(name.replaceSuffix(name, name("test."))).contains(name("test."));
    assertThat(name.replaceSuffix(DomainName.ROOT, name("test.")))
        .contains(name("a.b.example.com.test."));
    assertThat(name.replaceSuffix(name("com."), DomainName.ROOT)).contains(name("a.b.example."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> name.replaceSuffix(name("org."), name("test.")));
  }

  @Test
  void aReplacedSuffixThatMakesTheNameTooLongGivesNothing() {
    DomainName longest = name(LONGEST);

    assertThat(longest.replaceSuffix(DomainName.ROOT, name("a."))).isEmpty();
    assertThat(name("aa.x.").replaceSuffix(name("x."), longest.parent())).isPresent();
    assertThat(name(LABEL_63 + ".x.").replaceSuffix(name("x."), longest.parent()))
        .hasValueSatisfying(full -> assertThat(full.octets()).isEqualTo(255));
    assertThat(name("a." + LABEL_63 + ".x.").replaceSuffix(name("x."), longest.parent())).isEmpty();
  }

  @Test
  void labelsOnTheWireGoOnWithAName() {
    byte[] octets = {9, 1, 'a', 1, 'b', 9};

    assertThat(DomainName.ofWire(octets, 1, 4, name("x."))).isEqualTo(name("a.b.x."));
    assertThat(DomainName.ofWire(octets, 1, 0, name("x."))).isEqualTo(name("x."));
    assertThatExceptionOfType(InvalidNameException.class)
        .isThrownBy(() -> DomainName.ofWire(octets, 1, 3, name("x.")));
    assertThatExceptionOfType(InvalidNameException.class)
        .isThrownBy(() -> DomainName.ofWire(octets, 1, 4, name(LONGEST)));
  }

  @Test
  void endsAreComparedWithoutCase() {
    DomainName name = name("www.Example.com.");

    assertThat(name.sameEnd(name("a.eXample.com."), 13)).isTrue();
    assertThat(name.sameEnd(name("a.fxample.com."), 13)).isFalse();
    assertThat(name.sameEnd(name("a.eXample.com."), 5)).isTrue();
    assertThat(name.sameEnd(name.parent(), 13)).isTrue();
    assertThat(name.sameEnd(DomainName.ROOT, 1)).isTrue();
  }

  @Test
  void aHashTakenPieceByPieceIsTheHash() {
    DomainName name = name("www.Example.com.").parent();

    int labels = name.hash(0, 0, 8);
    assertThat(name.hash(labels, 8, name.octets())).isEqualTo(name.hashCode());
    assertThat(name.hash(0, 0, name.octets())).isEqualTo(name("example.COM.").hashCode());
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> name.hash(0, 0, name.octets() + 1));
  }
}
