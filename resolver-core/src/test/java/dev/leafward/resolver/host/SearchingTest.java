// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchingTest {
  private final FakeResolver resolver = new FakeResolver();

  @Test
  void shortNameIsTriedUnderEachSuffixAndThenAsItIs() throws Exception {
    Answer answer = search(1, "a.example", "b.example").resolve("www", RRType.A);

    assertThat(answer).isInstanceOf(Answer.NoSuchName.class);
    assertThat(resolver.asked()).containsExactly("www.a.example. A", "www.b.example. A", "www. A");
  }

  @Test
  void searchEndsWithTheFirstNameThatHasTheRecords() throws Exception {
    resolver.with("www.b.example. 60 A 192.0.2.1");

    Answer answer = search(1, "a.example", "b.example", "c.example").resolve("www", RRType.A);

    assertThat(answer.question().name()).hasToString("www.b.example.");
    assertThat(resolver.asked()).hasSize(2);
  }

  @Test
  void nameWithEnoughDotsIsTriedAsItIsFirst() throws Exception {
    search(2, "a.example").resolve("x.y.z", RRType.A);
    search(3, "a.example").resolve("x.y.z", RRType.A);

    assertThat(resolver.asked())
        .containsExactly("x.y.z. A", "x.y.z.a.example. A", "x.y.z.a.example. A", "x.y.z. A");
  }

  @Test
  void trailingDotIsAbsolute() throws Exception {
    search(5, "a.example").resolve("www.", RRType.A);

    assertThat(resolver.asked()).containsExactly("www. A");
  }

  @Test
  void noDataIsRememberedAndTheSearchGoesOn() throws Exception {
    resolver.withName("www.a.example").with("www.b.example. 60 A 192.0.2.1");

    assertThat(search(1, "a.example", "b.example").resolve("www", RRType.A))
        .isInstanceOf(Answer.Found.class);
    assertThat(search(1, "a.example", "c.example").resolve("www", RRType.A))
        .isInstanceOf(Answer.NoData.class);
  }

  @Test
  void serverFailureUnderASuffixGoesOnAndIsTheOutcomeIfNothingIsFound() throws Exception {
    resolver.failing("www.a.example. A").with("www.b.example. 60 A 192.0.2.1");

    assertThat(search(1, "a.example", "b.example").resolve("www", RRType.A))
        .isInstanceOf(Answer.Found.class);
    assertThatThrownBy(() -> search(1, "a.example", "c.example").resolve("www", RRType.A))
        .isInstanceOf(ResolutionException.class)
        .hasMessageContaining("www.a.example.");
  }

  @Test
  void noDataUnderASuffixWeighsMoreThanAServerFailure() throws Exception {
    resolver.failing("www.a.example. A").withName("www.b.example");

    assertThat(search(1, "a.example", "b.example").resolve("www", RRType.A).question().name())
        .hasToString("www.b.example.");
  }

  @Test
  void whatWasTriedAsItIsFirstDecidesInTheEnd() throws Exception {
    resolver.failing("www.x.a.example. A");

    assertThat(search(1, "a.example").resolve("www.x", RRType.A))
        .isInstanceOf(Answer.NoSuchName.class);

    resolver.failing("www.y. A");
    assertThatThrownBy(() -> search(1, "b.example").resolve("www.y", RRType.A))
        .isInstanceOf(ResolutionException.class);
    assertThat(resolver.asked()).contains("www.y.b.example. A");
  }

  @Test
  void whereNoServerRepliesTheOtherSuffixesAreLeftOutButNotTheNameAsItIs() throws Exception {
    resolver.silent("www.a.example. A").with("www. 60 A 192.0.2.1");

    assertThat(search(1, "a.example", "b.example").resolve("www", RRType.A))
        .isInstanceOf(Answer.Found.class);
    assertThat(resolver.asked()).containsExactly("www.a.example. A", "www. A");
  }

  @Test
  void silenceUnderASuffixIsNotForgottenWhenTheNameAsItIsDoesNotExist() {
    resolver.silent("www.a.example. A");

    assertThatThrownBy(() -> search(1, "a.example").resolve("www", RRType.A))
        .isInstanceOf(ResolutionException.class)
        .hasMessageContaining("www.a.example.");
  }

  @Test
  void closedResolverEndsTheSearch() {
    resolver.failing("www.a.example. A", new Failure.Closed());

    assertThatThrownBy(() -> search(1, "a.example", "b.example").resolve("www", RRType.A))
        .isInstanceOf(ResolutionException.class);
    assertThat(resolver.asked()).hasSize(1);
  }

  @Test
  void textThatIsNoNameIsRefused() {
    assertThatThrownBy(() -> search(1, "a.example").resolve("a..b", RRType.A))
        .isInstanceOf(InvalidNameException.class);
  }

  @Test
  void withoutWaitingItFindsTheSame() throws Exception {
    resolver.with("www.a.example. 60 A 192.0.2.1").failing("mail.a.example. A");
    Searching inThisThread = Searching.over(resolver, list(1, "a.example"), Runnable::run);

    assertThat(inThisThread.resolveAsync("www", RRType.A).get().question().name())
        .hasToString("www.a.example.");
    assertThatThrownBy(() -> inThisThread.resolveAsync("mail", RRType.A).get())
        .hasCauseInstanceOf(ResolutionException.class);
  }

  private Searching search(int ndots, String... suffixes) {
    return Searching.over(resolver, list(ndots, suffixes));
  }

  private static SearchList list(int ndots, String... suffixes) {
    List<DomainName> names = Stream.of(suffixes).map(DomainName::of).toList();
    return new SearchList(names, ndots);
  }
}
