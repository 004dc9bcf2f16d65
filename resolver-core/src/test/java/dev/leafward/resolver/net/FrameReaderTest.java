// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

  /** A stream that gives one octet at a time, and looks at the reader before each. */
  private static final class Trickle extends InputStream {
    final List<Integer> overhead = new ArrayList<>();
    final byte[] octets;
    int given;
    FrameReader reader = new FrameReader(this, () -> {});

    Trickle(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      overhead.add(reader.heldOctets() - Math.max(0, given - 2));
      if (given == octets.length) {
        return -1;
      }
      target[from] = octets[given];
      given++;
      return 1;
    }

    @Override
    public int read() {
      throw new AssertionError("octets are read by the array");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 1023, 1024, 1025, 65_000})
  @DisplayName("F5: a length says 65,535: memory is at most what came, and 1 KiB")
  void takesMemoryForWhatCameAlone(int came) {
    byte[] octets = new byte[2 + came];
    octets[0] = (byte) 0xFF;
    octets[1] = (byte) 0xFF;
    Trickle trickle = new Trickle(octets);
    assertThatThrownBy(() -> trickle.reader.next()).isInstanceOf(EOFException.class);
    assertThat(trickle.given).isEqualTo(octets.length);
    assertThat(trickle.overhead).allMatch(over -> over <= 1024);
    assertThat(trickle.reader.isAmidMessage()).isTrue();
  }

  @Test
  void readsOneMessageAfterAnother() throws IOException {
    FrameReader reader =
        new FrameReader(new ByteArrayInputStream(new byte[] {0, 2, 7, 8, 0, 0, 0, 1, 9}), () -> {});
    assertThat(reader.next()).containsExactly(7, 8);
    assertThat(reader.next()).isEmpty();
    assertThat(reader.next()).containsExactly(9);
    assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    assertThat(reader.isAmidMessage()).isFalse();
  }

  @Test
  void goesOnAmidAMessageWhenNothingCameForAWhile() throws IOException {
    List<String> heard = new ArrayList<>();
    InputStream halting =
        new InputStream() {
          private int calls;

          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            calls++;
            if (calls % 2 == 0) {
              throw new SocketTimeoutException();
            }
            target[from] = 1;
            return 1;
          }

          @Override
          public int read() {
            throw new AssertionError("octets are read by the array");
          }
        };
    assertThat(new FrameReader(halting, () -> heard.add("quiet")).next())
        .hasSize(257)
        .containsOnly(1);
    assertThat(heard).hasSizeGreaterThan(250);
  }
}
