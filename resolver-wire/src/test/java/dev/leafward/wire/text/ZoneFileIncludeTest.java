// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFileIncludeTest {
  private static final DomainName ORIGIN = DomainName.of("example.");

  @TempDir private Path outside;
  private Path folder;
  private ZoneFileOptions options;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(outside.resolve("zones"));
    options = ZoneFileOptions.builder().includeFrom(folder).build();
    Files.writeString(outside.resolve("secret"), "root:x:0\n");
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> lines(String zone) throws IOException, TextFormatException {
    List<String> lines = new ArrayList<>();
    try (ZoneFileReader reader =
        new ZoneFileReader(new StringReader(zone), "main", ORIGIN, options)) {
      for (ResourceRecord each = reader.next(); each != null; each = reader.next()) {
        lines.add(each.toString());
      }
    }
    return lines;
  }

  @Test
  void originAndOwnerAreThoseOfBeforeAgainBehindTheFile() throws Exception {
    file("sub/a.zone", " TXT more\n$ORIGIN deep\nx A 192.0.2.2\n$TTL 7\n");
    String zone = "a 60 A 192.0.2.1\n$INCLUDE sub/a.zone other.test.\n A 192.0.2.3\nb A 192.0.2.4";

    assertThat(lines(zone))
        .containsExactly(
            "a.example. 60 IN A 192.0.2.1",
            "a.example. 60 IN TXT \"more\"",
            "x.deep.other.test. 60 IN A 192.0.2.2",
            "a.example. 7 IN A 192.0.2.3",
            "b.example. 7 IN A 192.0.2.4");
  }

  @Test
  void originIsTheCurrentOneUnlessStated() throws Exception {
    file("with blank", "@ 60 A 192.0.2.1");
    String include = "$INCLUDE \"with blank\"";

    assertThat(lines("$ORIGIN sub\n" + include + " ; comment\n" + include + " rel\n"))
        .containsExactly("sub.example. 60 IN A 192.0.2.1", "rel.sub.example. 60 IN A 192.0.2.1");
  }

  @Test
  void errorsNameTheIncludedFile() throws Exception {
    file("inner", "a 60 A 192.0.2.1\nb 60 A x\n");
    file("outer", "\n$INCLUDE inner\n");

    assertThatThrownBy(() -> lines("$INCLUDE outer\n"))
        .isInstanceOf(TextFormatException.class)
        .hasMessage("inner:2:8: expected an IPv4 address, not \"x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "a/../../secret",
        "a/../a/b",
        "..",
        "/etc/passwd",
        "a",
        "none",
        "\"\"",
        "."
      })
  void onlyRegularFilesInTheFolderAreFound(String name) throws Exception {
    file("a/b", "");

    assertThatThrownBy(() -> lines("\n$INCLUDE " + name))
        .isInstanceOf(TextFormatException.class)
        .hasMessageStartingWith("main:2:10: expected a file in the include folder (");
  }

  @Test
  void namesThatAreNoPathsAreRefused() {
    assertThatThrownBy(() -> lines("$INCLUDE a\\000b"))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("(it is no path)");
  }

  @Test
  void symbolicLinksAreNotFollowed() throws Exception {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    file("real", "a 60 A 192.0.2.1\n");
    Files.createSymbolicLink(folder.resolve("secret"), outside.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("up"), outside);
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("real"));

    for (String name : List.of("secret", "up/secret", "up/zones/real", "alias")) {
      assertThatThrownBy(() -> lines("$INCLUDE " + name))
          .as(name)
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining("(a symbolic link may leave the include folder)");
    }
    assertThat(lines("$INCLUDE real")).hasSize(1);
  }

  @Test
  void theFolderItselfMayBeALink() throws Exception {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    file("real", "a 60 A 192.0.2.1\n");
    Path link = Files.createSymbolicLink(outside.resolve("link"), folder);
    options = ZoneFileOptions.builder().includeFrom(link).build();

    assertThat(lines("$INCLUDE real")).hasSize(1);
  }

  @Test
  void filesDoNotIncludeThemselves() throws Exception {
    file("a", "$INCLUDE b");
    file("b", "$INCLUDE ./a");
    file("c", "x 60 A 192.0.2.1\n");

    assertThatThrownBy(() -> lines("$INCLUDE a"))
        .hasMessage("b:1:10: expected a file that does not include itself, not \"./a\"");
    assertThat(lines("$INCLUDE c\n$INCLUDE c\n")).hasSize(2);
  }

  @Test
  void theDepthIsLimited() throws Exception {
    for (int i = 1; i < 10; i++) {
      file("f" + i, "$INCLUDE f" + (i + 1) + "\n");
    }
    file("f10", "a 60 A 192.0.2.1\n");

    assertThat(lines("$INCLUDE f3")).hasSize(1);
    assertThatThrownBy(() -> lines("$INCLUDE f2"))
        .hasMessage("f9:1:10: expected no files within 8 others, not \"f10\"");
    options = ZoneFileOptions.builder().includeFrom(folder).maxIncludeDepth(1).build();
    assertThat(lines("$INCLUDE f10")).hasSize(1);
    assertThatThrownBy(() -> lines("$INCLUDE f9")).isInstanceOf(TextFormatException.class);
  }

  @Test
  void includedFilesAreUtf8() throws Exception {
    file("good", "a 60 TXT gr\u00fcn\n");
    Files.write(folder.resolve("bad"), new byte[] {'a', ' ', (byte) 0xFF, '\n'});

    assertThat(lines("$INCLUDE good")).containsExactly("a.example. 60 IN TXT \"gr\\195\\188n\"");
    assertThatThrownBy(() -> lines("$INCLUDE bad")).isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void aMissingFolderIsAFailureToRead() {
    options = ZoneFileOptions.builder().includeFrom(folder.resolve("none")).build();

    assertThatThrownBy(() -> lines("$INCLUDE a")).isInstanceOf(IOException.class);
  }

  @Test
  void optionsCheckTheirRanges() {
    ZoneFileOptions.Builder builder = ZoneFileOptions.builder();

    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxIncludeDepth(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxGenerated(-1));
    assertThat(builder.build().includeFolder()).isEmpty();
    assertThat(builder.build().maxIncludeDepth()).isEqualTo(8);
    assertThat(builder.build().maxGenerated()).isEqualTo(65_536);
  }
}
