// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkCommandTest {
  private static final String NAMES =
      """
      # three questions and a mistake
      m.facebook.com
      www.163.com A
      no such line
      nothing.example.com. AAAA
      """;

  private final Capture out = new Capture();
  private final Capture err = new Capture();
  @TempDir private Path folder;

  @Test
  void writesAResultForEveryLineInTheirOrder() throws IOException {
    assertThat(bulk(names(NAMES), "--demo")).isEqualTo(ExitStatus.USAGE);

    assertThat(out.text().lines())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "m.facebook.com.\tA\tNOERROR\tCNAME star-mini.c10r.facebook.com."
                            + " | A 157.240.8.35"),
            second -> assertThat(second).startsWith("www.163.com.\tA\tNOERROR\tCNAME "),
            third ->
                assertThat(third)
                    .isEqualTo(
                        "no such line\t-\tINVALID\ta line is a name, or a name and a type,"
                            + " not 3 words"),
            fourth -> assertThat(fourth).isEqualTo("nothing.example.com.\tAAAA\tNXDOMAIN\t"));
    assertThat(err.text())
        .contains("3 questions in ")
        .contains(": INVALID 1, NOERROR 2, NXDOMAIN 1\n")
        .contains("a name; processor time: ");
  }

  @Test
  void writesJsonThatIsJson() throws IOException {
    bulk(names(NAMES), "--demo", "--json");

    List<String> lines = out.text().lines().toList();
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      try (JsonParser parser = new JsonFactory().createParser(line)) {
        while (parser.nextToken() != null) {}
      }
    }
    assertThat(lines.getFirst()).contains("\"RCODE\":0").contains("\"line\":2,");
    assertThat(lines.getLast()).contains("\"RCODE\":3");
  }

  @Test
  void goesOnWhereAnEarlierRunWasCutOff() throws IOException {
    Path names = names(NAMES);
    Path output = folder.resolve("out");
    bulk(names, "--demo", "--output", output.toString());
    List<String> whole = Files.readAllLines(output);
    Files.writeString(output, whole.getFirst() + "\nwww.163");

    assertThat(bulk(names, "--demo", "--output", output.toString(), "--resume"))
        .isEqualTo(ExitStatus.USAGE);

    assertThat(output).hasContent(String.join("\n", whole));
    assertThat(err.text()).contains("\n2 questions in ");
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Path output = Files.writeString(folder.resolve("out"), "precious\n");

    assertThat(bulk(names(NAMES), "--demo", "--output", output.toString()))
        .isEqualTo(ExitStatus.INTERNAL);

    assertThat(output).hasContent("precious\n");
    assertThat(err.text())
        .isEqualTo(
            "leafward bulk: "
                + output
                + " is there already: --resume goes on with it; else remove it first\n");
  }

  @Test
  void warmsUpWithoutATrace() throws IOException {
    Path warmUp = Files.writeString(folder.resolve("warm"), "www.163.com\n");

    assertThat(bulk(names("m.facebook.com\n"), "--demo", "--warm-up", warmUp.toString()))
        .isEqualTo(ExitStatus.REPLY);

    assertThat(out.text().lines()).hasSize(1);
    assertThat(err.text()).startsWith("1 questions in ");
  }

  @Test
  void mistakesOnTheCommandLineAreNamed() throws IOException {
    Path names = names(NAMES);

    assertThat(run(Stream.of("bulk"))).isEqualTo(ExitStatus.USAGE);
    assertThat(bulk(names, "--concurrency", "0")).isEqualTo(ExitStatus.USAGE);
    assertThat(bulk(names, "--resume")).isEqualTo(ExitStatus.USAGE);
    assertThat(bulk(names, "--type", "NOPE")).isEqualTo(ExitStatus.USAGE);
    assertThat(bulk(folder.resolve("none"), "--demo")).isEqualTo(ExitStatus.INTERNAL);

    assertThat(err.text().lines())
        .satisfiesExactly(
            file -> assertThat(file).contains("name the file of questions"),
            number ->
                assertThat(number)
                    .contains("'--concurrency 0': give a whole number from 1 to 10000"),
            resume -> assertThat(resume).contains("--resume goes on with a file"),
            type -> assertThat(type).contains("'NOPE' is no record type"),
            none -> assertThat(none).contains("there is no file "));
  }

  private Path names(String text) throws IOException {
    return Files.writeString(folder.resolve("names"), text);
  }

  private ExitStatus bulk(Path file, String... options) {
    return run(Stream.concat(Stream.of("bulk", file.toString()), Stream.of(options)));
  }

  private ExitStatus run(Stream<String> words) {
    return Main.run(words.toList(), out.stream(), err.stream(), ResolverPool::open);
  }
}
