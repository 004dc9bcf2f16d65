// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static dev.leafward.wire.message.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RRsetTest {
  private static final ResourceRecord FIRST = record("example.", 300, "A", "192.0.2.1");
  private static final ResourceRecord SECOND = record("EXAMPLE.", 200, "A", "192.0.2.2");
  private static final ResourceRecord SERVER = record("example.", 100, "NS", "ns.example.");
  private static final ResourceRecord SIGNATURE = signature("A");

  private static ResourceRecord signature(String covered) {
    return record(
        "example.",
        250,
        "RRSIG",
        covered + " 13 1 300 20300101000000 20260101000000 1 example. c2lnbmF0dXJl");
  }

  @Test
  void recordsAreSortedIntoSetsInTheOrderTheyCome() {
    List<RRset> sets = RRset.group(List.of(FIRST, SERVER, SECOND));

    assertThat(sets).containsExactly(RRset.of(FIRST, SECOND), RRset.of(SERVER));
    assertThat(sets.get(0).name()).isEqualTo(FIRST.name());
    assertThat(sets.get(0).type()).isEqualTo(RRType.A);
    assertThat(sets.get(0).rrClass()).isEqualTo(RRClass.IN);
    assertThat(sets.get(0).rdata()).containsExactly(FIRST.data(), SECOND.data());
  }

  @Test
  void theLeastTtlCounts() {
    assertThat(RRset.of(FIRST, SECOND).ttl()).isEqualTo(200);
    assertThat(RRset.of(FIRST, SIGNATURE).ttl()).isEqualTo(250);
  }

  @Test
  void doublesCountOnce() {
    RRset set = RRset.of(FIRST, FIRST.withTtl(50), FIRST);

    assertThat(set.rdata()).containsExactly(FIRST.data());
    assertThat(set.ttl()).isEqualTo(50);
    assertThat(RRset.of(FIRST, SIGNATURE, SIGNATURE).signatures()).hasSize(1);
  }

  @Test
  void signaturesGoToTheSetTheyCoverEvenIfTheyComeFirst() {
    List<RRset> sets = RRset.group(List.of(SIGNATURE, FIRST));

    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).signatures()).hasSize(1);
    assertThat(sets.get(0).records())
        .extracting(ResourceRecord::type)
        .containsExactly(RRType.A, RRType.RRSIG);
  }

  @Test
  void signaturesOverNothingAreASetOfTheirOwn() {
    List<RRset> sets = RRset.group(List.of(SIGNATURE, signature("MX"), signature("RRSIG"), SERVER));

    assertThat(sets).extracting(RRset::type).containsExactly(RRType.NS, RRType.RRSIG);
    assertThat(sets.get(1).rdata()).hasSize(3);
    assertThat(sets.get(1).signatures()).isEmpty();
  }

  @Test
  void dataIsHandedOutByItsKind() {
    RRset set = RRset.of(FIRST, SECOND);

    assertThat(set.as(A.class)).extracting(A::toString).containsExactly("192.0.2.1", "192.0.2.2");
    assertThat(set.as(NS.class)).isEmpty();
  }

  @Test
  void setsAreValues() {
    RRset set = RRset.of(FIRST, SECOND);

    assertThat(set).isEqualTo(RRset.of(FIRST, SECOND)).hasSameHashCodeAs(RRset.of(FIRST, SECOND));
    assertThat(set).isNotEqualTo(RRset.of(FIRST)).isNotEqualTo(set.withTtl(1));
    assertThat(set.withTtl(1).ttl()).isEqualTo(1);
    assertThat(set).hasToString("example. 200 IN A 192.0.2.1\nexample. 200 IN A 192.0.2.2");
    assertThatIllegalArgumentException().isThrownBy(() -> set.withTtl(-1));
  }

  @Test
  void recordsThatDoNotMakeOneSetAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RRset.of(FIRST, SERVER));
    assertThatIllegalArgumentException().isThrownBy(RRset::of);
  }

  @Test
  void manyRecordsWithOneHashAreNotComparedEachWithEach() {
    AtomicInteger comparisons = new AtomicInteger();
    List<RData> data = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      data.add(new Colliding(i % 1000, comparisons));
    }

    RRset set = RRset.of(FIRST.name(), RRClass.IN, 1, data, List.of());

    assertThat(set.rdata()).hasSize(1000);
    assertThat(comparisons).hasValueLessThan(10 * data.size());
  }

  @Test
  void amongManyRecordsTooNamesOfOtherCaseAreDoubles() {
    List<RData> data = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      data.add(new NS(DomainName.of("ns" + i + ".example.")));
      data.add(new NS(DomainName.of("NS" + i + ".Example.")));
    }

    List<RData> distinct = RRset.of(FIRST.name(), RRClass.IN, 1, data, List.of()).rdata();

    assertThat(distinct).hasSize(100);
    assertThat(distinct.get(99)).hasToString("ns99.example.");
  }

  /** Data that an attacker has chosen so that all of it has the same hash. */
  private record Colliding(int number, AtomicInteger comparisons) implements RData {
    @Override
    public RRType type() {
      return RRType.of(65280);
    }

    @Override
    public void write(WireWriter out) {
      out.u16(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      comparisons.incrementAndGet();
      return other instanceof Colliding that && number == that.number;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public String toString() {
      return "\\# 2 " + number;
    }
  }
}
