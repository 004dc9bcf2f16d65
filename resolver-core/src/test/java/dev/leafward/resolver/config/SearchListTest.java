// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchListTest {

  private static final Pattern SPACE = Pattern.compile(" ");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # name    | suffixes   | ndots | tried, in this order
          host      | one. two.  | 1     | host.one. host.two. host.
          host.sub  | one. two.  | 1     | host.sub. host.sub.one. host.sub.two.
          host.sub  | one. two.  | 2     | host.sub.one. host.sub.two. host.sub.
          a.b.c     | one. two.  | 5     | a.b.c.one. a.b.c.two. a.b.c.
          host      | one.       | 0     | host. host.one.
          host.     | one. two.  | 5     | host.
          a.b.      | one. two.  | 5     | a.b.
          .         | one.       | 1     | .
          host      | .          | 1     | host.
          host      | one. .     | 1     | host.one. host.
          host.sub  | . one.     | 5     | host.sub. host.sub.one.
          host      | one. ONE.  | 1     | host.one. host.
          host\\.   | one.       | 1     | host\\..one. host\\..
          host\\\\. | one.       | 1     | host\\\\.
          """)
  void triesWhatGlibcTriesInItsOrder(String name, String suffixes, int ndots, String tried) {
    SearchList list = new SearchList(names(suffixes), ndots);

    assertThat(list.candidates(name)).containsExactlyElementsOf(names(tried));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host     | one. | 1 | host.one.
          host     | one. | 0 | host. host.one.
          host.sub | one. | 1 | host.sub. host.sub.one.
          host.sub | one. | 2 | host.sub.one. host.sub.
          host.    | one. | 1 | host.
          """)
  void doesNotAskForBareNamesWhereTheyAreNone(
      String name, String suffixes, int ndots, String tried) {
    SearchList list = new SearchList(names(suffixes), ndots, BareNames.SUFFIXED_ONLY);

    assertThat(list.candidates(name)).containsExactlyElementsOf(names(tried));
  }

  @Test
  void asksForABareNameWhereThereAreNoSuffixes() {
    SearchList list = new SearchList(List.of(), 1, BareNames.SUFFIXED_ONLY);

    assertThat(list.candidates("host")).containsExactly(DomainName.of("host."));
  }

  @Test
  void leavesOutWhatWouldBeTooLong() {
    DomainName longSuffix = DomainName.of(String.join(".", Collections.nCopies(126, "a")) + ".");
    SearchList list = new SearchList(List.of(longSuffix, DomainName.of("one.")), 1);

    assertThat(list.candidates("host"))
        .containsExactly(DomainName.of("host.one."), DomainName.of("host."));
  }

  @Test
  void hasAnyNumberOfSuffixes() {
    List<DomainName> suffixes =
        Stream.iterate(0, i -> i + 1).limit(100).map(i -> DomainName.of("d" + i + ".")).toList();

    assertThat(new SearchList(suffixes, 1).candidates("host")).hasSize(101);
  }

  @Test
  void hasNothingToAddByDefault() {
    assertThat(SearchList.NONE.candidates("host")).containsExactly(DomainName.of("host."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", ".a"})
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> SearchList.NONE.candidates(text))
        .isInstanceOf(InvalidNameException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 16})
  void refusesNdotsOutOfBounds(int ndots) {
    assertThatThrownBy(() -> SearchList.NONE.withNdots(ndots))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(ndots));
  }

  private static List<DomainName> names(String text) {
    return SPACE.splitAsStream(text).map(DomainName::of).toList();
  }
}
