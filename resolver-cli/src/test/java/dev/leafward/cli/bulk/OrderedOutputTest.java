// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OrderedOutputTest {

  @Test
  void writesInTheOrderOfThePlaces() throws Exception {
    StringWriter text = new StringWriter();
    OrderedOutput output = new OrderedOutput(text, 3);
    for (int i = 0; i < 3; i++) {
      output.begin();
    }

    output.write(2, "c");
    output.write(1, "b");
    assertThat(text).hasToString("");
    output.write(0, "a");

    assertThat(text).hasToString("a\nb\nc\n");
  }

  @Test
  void nobodyGetsFurtherAheadThanAllowed() throws Exception {
    OrderedOutput output = new OrderedOutput(new StringWriter(), 2);
    CountDownLatch begun = new CountDownLatch(1);
    output.begin();
    output.begin();
    Thread third =
        Thread.ofVirtual()
            .start(() -> {
              try {
                output.begin();
                begun.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    output.write(1, "b");
    assertThat(begun.getCount()).isOne();
    output.write(0, "a");

    third.join();
    assertThat(begun.getCount()).isZero();
  }
}
