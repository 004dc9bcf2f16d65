// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/stub.md} names tests that exist, and has the cases of {@link GlibcTest}. */
class StubPageTest {

  private static final Pattern DEFAULT_CLASS =
      Pattern.compile("ests are methods of\\s+`(\\w+)`", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("`(?:(\\w+Test)\\.?)?(\\w+)?`");
  private static final String CASES = "## Side by side";

  private static Path root = Path.of("");
  private static String page = "";

  @BeforeAll
  static void readThePage() throws IOException {
    root =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(up -> Files.exists(up.resolve("docs/stub.md")))
            .findFirst()
            .orElseThrow();
    page = Files.readString(root.resolve("docs/stub.md"));
  }

  @Test
  void namesForEachRowTestsThatExist() throws IOException {
    Map<String, String> sources = sources();
    List<String> wrong = new ArrayList<>();
    for (String section : page.split("(?m)^(?=## )", -1)) {
      Matcher found = DEFAULT_CLASS.matcher(section);
      String owner = found.find() ? found.group(1) : "";
      if (!section.startsWith(CASES)) {
        rows(section).filter(row -> !isTested(row, owner, sources)).forEach(wrong::add);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void hasTheCasesOfTheComparison() {
    String section = page.substring(page.indexOf(CASES));
    List<String> shown = rows(section.substring(0, section.indexOf("\n## "))).toList();

    assertThat(shown).isEqualTo(Cases.all().stream().map(StubPageTest::row).toList());
  }

  @Test
  void saysWhyTheTwoDiffer() {
    List<String> reasons =
        Cases.all().stream()
            .map(Case::difference)
            .filter(Objects::nonNull)
            .map(Case.Difference::row)
            .toList();

    assertThat(reasons).isNotEmpty().allSatisfy(row -> assertThat(explained(row)).isTrue());
  }

  /** The rows of the tables, without their heads. */
  private static Stream<String> rows(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| what |") && !line.startsWith("| case |"));
  }

  private static boolean explained(String row) {
    return rows(page).anyMatch(line -> line.replace("`", "").startsWith("| " + row));
  }

  private static boolean isTested(String row, String owner, Map<String, String> sources) {
    String[] cells = row.split(" \\| ?", -1);
    String cell = cells[cells.length - 2];
    if (cell.equals("the same")) {
      return true; // as the row above
    }
    List<Boolean> exist = new ArrayList<>();
    String testClass = owner;
    for (Matcher test = TEST.matcher(cell); test.find(); ) {
      testClass = test.group(1) == null ? testClass : test.group(1);
      String source = sources.getOrDefault(testClass, "");
      exist.add(source.contains(test.group(2) == null ? "class " : " " + test.group(2) + "("));
    }
    return !exist.isEmpty() && !exist.contains(false);
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("resolver-core", "resolver-testkit", "resolver-inet")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          sources.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return sources;
  }

  private static String row(Case each) {
    Case.Difference difference = each.difference();
    return "| %s | %s | %s | %s |"
        .formatted(
            each.name(),
            configured(each),
            each.lookups().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
            difference == null ? "the same" : "differs: " + difference.row());
  }

  private static String configured(Case each) {
    Case plain = Case.of(each.name());
    List<String> words = new ArrayList<>();
    each.resolvConf()
        .lines()
        .filter(line -> !plain.resolvConf().contains(line))
        .forEach(line -> words.add("`" + line + "`"));
    each.environment().forEach((name, value) -> words.add("`" + name + "=" + value + "`"));
    if (!each.nsswitch().equals(plain.nsswitch())) {
      words.add("`" + each.nsswitch() + "`");
    }
    if (!each.hosts().equals(plain.hosts())) {
      words.add("names in the file");
    }
    if (!each.servers().equals(plain.servers())) {
      words.add(each.servers().stream().map(Enum::name).collect(Collectors.joining(", then ")));
    }
    return String.join("; ", words);
  }
}
