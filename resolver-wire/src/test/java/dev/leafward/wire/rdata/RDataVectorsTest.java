// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RDataVectorsTest {
  @Test
  void everyTypeThatIsUnderstoodHasAVectorOfItsOwnForm() {
    Set<RRType> tested =
        RDataVectors.ALL.stream()
            .filter(vector -> !vector.text().startsWith("\\#") || vector.type().equals(RRType.NULL))
            .map(Vector::type)
            .collect(Collectors.toSet());

    List<RRType> untested =
        IntStream.rangeClosed(0, 0xFFFF)
            .mapToObj(RRType::of)
            .filter(RDataRegistry.builtIn()::understands)
            .filter(type -> !tested.contains(type))
            .toList();

    assertThat(untested).isEmpty();
  }
}
