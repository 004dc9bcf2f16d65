// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedHashTest {

  /** The key of the published vectors: octets 0 to 15. */
  private final KeyedHash hash = new KeyedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  @ParameterizedTest
  @CsvSource({"0, abac0158050fc4dc", "1, c9f49bf37d57ca93"})
  void hashesTheOctetsZeroOneTwoAsPublished(int length, String expected) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) i;
    }

    assertThat(Long.toHexString(hash.siphash(octets, 0, length))).isEqualTo(expected);
  }

  @Test
  void dependsOnEveryOctetOnTheLengthAndOnTheKey() {
    byte[] octets = new byte[40];
    int all = hash.of(octets, 3, 40);
    for (int i = 3; i < 40; i++) {
      octets[i] ^= 1;
      assertThat(hash.of(octets, 3, 40)).as("octet %d", i).isNotEqualTo(all);
      octets[i] ^= 1;
    }
    octets[2] ^= 1;
    assertThat(hash.of(octets, 3, 40)).isEqualTo(all);
    assertThat(hash.of(octets, 3, 39)).isNotEqualTo(all);
    assertThat(KeyedHash.keyed(new SplittableRandom(1)).of(octets, 3, 40)).isNotEqualTo(all);
  }
}
