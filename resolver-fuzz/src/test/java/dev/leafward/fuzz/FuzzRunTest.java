// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leafward.wire.message.MessageCodec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuzzRunTest {
  @ParameterizedTest
  @EnumSource
  void aBatchOfMutationsKeepsThePromises(FuzzTarget target) {
    FuzzRun run = new FuzzRun(EnumSet.of(target), 1);
    assertThatCode(() -> run.batch(0)).doesNotThrowAnyException();
    assertThat(run.executions()).isEqualTo(FuzzRun.BATCH);
  }

  @ParameterizedTest
  @EnumSource
  void seedsKeepThePromises(FuzzTarget target) {
    List<byte[]> seeds = target.seeds();
    assertThat(seeds).isNotEmpty();
    for (byte[] seed : seeds) {
      assertThatCode(() -> target.check(seed)).doesNotThrowAnyException();
    }
  }

  @Test
  void seedMessagesAreAccepted() {
    for (byte[] seed : Seeds.messages()) {
      assertThatCode(() -> MessageCodec.decode(seed)).doesNotThrowAnyException();
    }
  }

  @Test
  void theSameSeedGivesTheSameOctets() {
    assertThat(mutations(7)).containsExactlyElementsOf(mutations(7));
    assertThat(mutations(7)).isNotEqualTo(mutations(8));
  }

  private static List<String> mutations(long seed) {
    Mutator mutator = new Mutator(FuzzTarget.MESSAGE.seeds(), new SplittableRandom(seed));
    return Stream.generate(mutator::next).limit(100).map(Arrays::toString).toList();
  }
}
