// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text to wire to text, and wire to text to wire, give back what they were given, for every type in
 * the registry.
 *
 * <p>Random data of a type is bred from the type's vectors: octets are changed, put in, taken out,
 * or taken from another vector, and what the type's reader accepts is valid data. A type without
 * vectors fails.
 */
class RDataPropertyTest {
  private static final int ROUNDS = 3000;

  /** How many different values of each type must have been tried at least. */
  private static final int ENOUGH = 100;

  static Stream<RRType> registeredTypes() {
    return IntStream.rangeClosed(0, 0xFFFF)
        .mapToObj(RRType::of)
        .filter(RDataRegistry.builtIn()::understands);
  }

  private static List<byte[]> vectorsOf(RRType type) {
    return RDataVectors.ALL.stream()
        .filter(each -> each.type().equals(type))
        .map(Vector::wire)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("registeredTypes")
  void bothFormsAreOneAnothersInverse(RRType type) throws Exception {
    List<byte[]> vectors = vectorsOf(type);
    assertThat(vectors).as("vectors of %s", type).isNotEmpty();
    Random random = new Random(type.code());
    Set<Octets> seen = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] candidate = candidate(vectors, random);
      byte[] wire;
      try {
        // Written again, since names may have come compressed.
        wire = RDataFormatsTest.write(RDataFormatsTest.read(type, candidate));
      } catch (WireFormatException e) {
        assertThat(e.offset()).isBetween(0, candidate.length);
        continue;
      }
      seen.add(Octets.of(wire));
      assertInverse(type, wire);
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(ENOUGH);
  }

  private static void assertInverse(RRType type, byte[] wire) throws Exception {
    RData data = RDataFormatsTest.read(type, wire);
    String text = data.toString();
    RData reread = RDataFormatsTest.parse(type, text);

    assertThat(RDataFormatsTest.write(data)).as("wire of %s", text).isEqualTo(wire);
    assertThat(RDataFormatsTest.write(reread)).as("text %s", text).isEqualTo(wire);
    assertThat(reread).isEqualTo(data).hasSameHashCodeAs(data).hasToString(text);
    assertThat(text).matches("[ -~]*");
  }

  private static byte[] candidate(List<byte[]> vectors, Random random) {
    byte[] data = vectors.get(random.nextInt(vectors.size())).clone();
    if (random.nextInt(8) == 0) {
      byte[] other = vectors.get(random.nextInt(vectors.size()));
      data = splice(data, random.nextInt(data.length + 1), other, random);
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      data = changed(data, random);
    }
    return data;
  }

  private static byte[] splice(byte[] head, int keep, byte[] tail, Random random) {
    int from = random.nextInt(tail.length + 1);
    byte[] spliced = Arrays.copyOf(head, keep + tail.length - from);
    System.arraycopy(tail, from, spliced, keep, tail.length - from);
    return spliced;
  }

  private static byte[] changed(byte[] data, Random random) {
    int at = random.nextInt(data.length + 1);
    byte octet = (byte) (random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt());
    if (at == data.length || random.nextInt(6) == 0) {
      byte[] longer = Arrays.copyOf(data, data.length + 1);
      System.arraycopy(data, at, longer, at + 1, data.length - at);
      longer[at] = octet;
      return longer;
    }
    if (random.nextInt(6) == 0) {
      byte[] shorter = Arrays.copyOf(data, data.length - 1);
      System.arraycopy(data, at + 1, shorter, at, shorter.length - at);
      return shorter;
    }
    byte[] changed = data.clone();
    changed[at] = octet;
    return changed;
  }
}
