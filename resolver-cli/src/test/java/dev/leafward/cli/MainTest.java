// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Answer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {
  private final Capture out = new Capture();
  private final Capture err = new Capture();

  static List<Throwable> defects() {
    return List.of(
        new IllegalStateException("a defect\nin two lines"),
        new NullPointerException(),
        new StackOverflowError(),
        new OutOfMemoryError("Java heap space"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void ownDefectsEndWith10AndOneSentenceBehindWhatWasPrintedBefore(Throwable defect) {
    PrintStream buffered = buffered(out.stream());

    assertThat(run(buffered, world -> failingAtTheSecond(defect))).isEqualTo(ExitStatus.INTERNAL);
    assertThat(out.text()).contains(";; ANSWER SECTION:\nwww.example.com.\t300\tIN\tCNAME\t");
    assertThat(err.text())
        .startsWith("leafward: failed by a defect of its own: " + defect.getClass().getName())
        .matches("[ -~]+\n");
  }

  @Test
  void saysWhereADefectIs() {
    run(out.stream(), world -> failingAtTheSecond(new IllegalStateException("odd")));

    assertThat(err.text())
        .contains(": java.lang.IllegalStateException: odd, at dev.leafward.cli.MainTest.");
  }

  @Test
  void outputThatCannotBeWrittenEndsWith10() {
    PrintStream full = buffered(new FullDevice());

    assertThat(run(full, world -> asker(Samples::found))).isEqualTo(ExitStatus.INTERNAL);
    assertThat(err.text()).isEqualTo("leafward: the output could not be written\n");
  }

  @Test
  void whatWentWellKeepsItsStatus() {
    assertThat(run(buffered(out.stream()), world -> asker(Samples::found)))
        .isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).endsWith("\n\n");
    assertThat(err.text()).isEmpty();
  }

  private ExitStatus run(PrintStream to, AskerOpener opener) {
    return Main.run(List.of("www.example.com", "example.com"), to, err.stream(), opener);
  }

  private static PrintStream buffered(OutputStream to) {
    return new PrintStream(new BufferedOutputStream(to), false, StandardCharsets.UTF_8);
  }

  private static Asker failingAtTheSecond(Throwable defect) {
    Answer first = Samples.found();
    return asker(
        new Supplier<>() {
          private boolean asked;

          @Override
          public Answer get() {
            if (asked) {
              throwUnchecked(defect);
            }
            asked = true;
            return first;
          }
        });
  }

  private static void throwUnchecked(Throwable defect) {
    if (defect instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) defect;
  }

  private static Asker asker(Supplier<Answer> answers) {
    return new Asker() {
      @Override
      public Answer ask(Query query) {
        return answers.get();
      }

      @Override
      public void close() {}
    };
  }

  /** Takes nothing, as {@code /dev/full} does. */
  private static final class FullDevice extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
