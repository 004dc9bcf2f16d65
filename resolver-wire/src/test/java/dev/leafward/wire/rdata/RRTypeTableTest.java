// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares IANA's list of RR types with ours, and keeps docs/rr-types.md up to date. */
class RRTypeTableTest {
  private static final String NONE = "-";
  private static final List<Row> ROWS = rows();

  /** One line of IANA's list: a type, or a range of numbers without one. */
  private record Row(
      String numbers, String mnemonic, String meaning, String reference, String reason) {
    static Row of(String line) {
      String[] columns = line.split("\\|", -1);
      String reason = columns.length > 4 ? columns[4] : "";
      return new Row(columns[0], columns[1], columns[2], columns[3], reason);
    }

    boolean isType() {
      return !mnemonic.equals(NONE);
    }

    RRType type() {
      return RRType.of(Integer.parseInt(numbers));
    }

    boolean isTyped() {
      return type().equals(RRType.OPT) || RDataRegistry.builtIn().understands(type());
    }

    String here() {
      if (!isType()) {
        return "opaque";
      }
      if (type().equals(RRType.OPT)) {
        return "typed: `Edns`";
      }
      if (isTyped()) {
        return (type().isMeta() ? "meta, typed: `" : "typed: `") + className() + "`";
      }
      return (type().isMeta() ? "meta: " : "opaque: ") + reason;
    }

    String className() {
      return mnemonic.replace("-", "");
    }

    String markdown() {
      String name = isType() ? mnemonic.replace("*", "\\*") : "";
      return "| " + numbers + " | " + name + " | " + meaning + " | " + reference + " | " + here()
          + " |\n";
    }
  }

  private static List<Row> rows() {
    try (InputStream in = RRTypeTableTest.class.getResourceAsStream("iana-rr-types.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Row> types() {
    return ROWS.stream().filter(Row::isType);
  }

  @Test
  void everyNumberIsListedOnce() {
    List<Integer> listed =
        ROWS.stream()
            .flatMap(row -> {
              String[] ends = row.numbers().split("-", -1);
              int first = Integer.parseInt(ends[0]);
              return IntStream.rangeClosed(first, Integer.parseInt(ends[ends.length - 1])).boxed();
            })
            .toList();

    assertThat(listed).isEqualTo(IntStream.rangeClosed(0, 0xFFFF).boxed().toList());
  }

  @Test
  void everyMnemonicIsKnownAndNoOther() {
    Set<RRType> listed = new HashSet<>();
    types()
        .forEach(row -> {
          String ours = row.mnemonic().equals("*") ? "ANY" : row.mnemonic();
          assertThat(row.type()).hasToString(ours);
          listed.add(row.type());
        });

    assertThat(IntStream.rangeClosed(0, 0xFFFF).mapToObj(RRType::of))
        .filteredOn(type -> !type.toString().equals("TYPE" + type.code()))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void everyTypeIsTypedOrHasAReasonWhyNot() {
    assertThat(types())
        .allSatisfy(
            row -> assertThat(row.reason().isEmpty()).as(row.mnemonic()).isEqualTo(row.isTyped()));
  }

  @Test
  void everyTypedDataHasAVector() {
    Set<RRType> withVector =
        RDataVectors.ALL.stream().map(RDataVectors.Vector::type).collect(Collectors.toSet());

    assertThat(types().filter(row -> RDataRegistry.builtIn().understands(row.type())))
        .extracting(Row::type)
        .isSubsetOf(withVector);
  }

  @Test
  void publishedTableIsUpToDate() throws IOException {
    Path root = root();
    Path fresh =
        Files.createDirectories(root.resolve("resolver-wire/target")).resolve("rr-types.md");
    Files.writeString(fresh, table());

    assertThat(root.resolve("docs/rr-types.md"))
        .as("docs/rr-types.md is stale: copy resolver-wire/target/rr-types.md there")
        .hasSameTextualContentAs(fresh);
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("resolver-wire")))
        .findFirst()
        .orElseThrow();
  }

  private static String table() {
    long types = types().count();
    long typed = types().filter(Row::isTyped).count();
    return """
    # RR types

    IANA's list of RR types (Domain Name System Parameters, "Resource Record (RR) TYPEs") against
    this library's: %d types, of which %d are *typed*, that is read and written as values with
    fields, in wire form and as text. All others are *opaque*: their octets are kept, and written
    as text by RFC 3597 (`\\# 4 0A000001`). *Meta* types are in no zone.

    `RRTypeTableTest` makes this table and fails when it is stale; do not edit it. Types of a
    program's own are read through `RDataRegistry`.

    | Number | Mnemonic | Meaning | Reference | Here |
    |---|---|---|---|---|
    """
            .formatted(types, typed)
        + ROWS.stream().map(Row::markdown).collect(Collectors.joining());
  }
}
