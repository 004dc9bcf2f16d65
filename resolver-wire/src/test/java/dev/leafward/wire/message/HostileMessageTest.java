// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMessageTest {
  private static final int ROUNDS = 10_000;

  private static final List<byte[]> SEEDS =
      List.of(
          Samples.CAPTURED_QUERY,
          Samples.CAPTURED_REPLY,
          MessageCodec.encode(Samples.fullMessage()),
          MessageCodec.encode(Samples.fullMessage().toBuilder().clear(Section.ADDITIONAL).build()));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mutatedMessagesGiveAMessageOrTheOneException(long seed) throws WireFormatException {
    Random random = new Random(seed);
    int decoded = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] octets = mutate(SEEDS.get(random.nextInt(SEEDS.size())), random);
      Message message;
      try {
        message = MessageCodec.decode(octets);
      } catch (WireFormatException refused) {
        assertThat(refused.offset()).isBetween(0, octets.length);
        continue;
      }
      decoded++;
      assertThat(MessageCodec.decode(MessageCodec.encode(message)))
          .as("seed %d round %d", seed, round)
          .isEqualTo(message);
      assertThat(message.toString()).matches("[\\n -~]*");
      checkNames(message);
    }
    assertThat(decoded).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
  }

  private static void checkNames(Message message) {
    for (Section section : Section.values()) {
      for (ResourceRecord each : message.section(section)) {
        assertThat(each.name().octets()).isLessThanOrEqualTo(DomainName.MAX_OCTETS);
        assertThat(each.name().labelCount()).isLessThanOrEqualTo(DomainName.MAX_LABELS);
      }
    }
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] octets = original.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(octets.length);
      switch (random.nextInt(6)) {
        case 0 -> octets[at] = (byte) random.nextInt();
        case 1 -> octets[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> octets[at] += (byte) (random.nextInt(5) - 2);
        case 3 -> octets[at] = (byte) 0xC0;
        case 4 -> octets = splice(octets, at, random);
        default -> octets[random.nextInt(12)] = (byte) random.nextInt(4);
      }
    }
    return octets;
  }

  /** Moves some octets to where others were; the length stays, or shrinks at the end. */
  private static byte[] splice(byte[] octets, int at, Random random) {
    byte[] spliced = octets.clone();
    int from = random.nextInt(octets.length);
    int length = Math.min(random.nextInt(16), octets.length - Math.max(at, from));
    System.arraycopy(octets, from, spliced, at, length);
    boolean shorten = random.nextInt(8) == 0;
    return shorten ? Arrays.copyOf(spliced, Math.max(12, octets.length - 1)) : spliced;
  }

  @Test
  void randomOctetsGiveAMessageOrTheOneException() {
    Random random = new Random(9267);
    int refusedCount = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] octets = new byte[random.nextInt(200)];
      random.nextBytes(octets);
      if (octets.length > 12 && random.nextBoolean()) {
        // Counts that random octets would hardly ever satisfy.
        Arrays.fill(octets, 4, 12, (byte) 0);
        octets[5 + 2 * random.nextInt(4)] = 1;
      }
      try {
        assertThat(MessageCodec.decode(octets).toString()).isNotEmpty();
      } catch (WireFormatException refused) {
        refusedCount++;
      }
    }
    assertThat(refusedCount).isGreaterThan(ROUNDS / 2);
  }
}
