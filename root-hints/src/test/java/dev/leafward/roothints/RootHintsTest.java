// SPDX-License-Identifier: Apache-2.0
package dev.leafward.roothints;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled files agree with themselves and, where it is at hand, with a copy of IANA's. */
class RootHintsTest {
  private static final int KSK_2017 = 20326;
  private static final int KSK_2024 = 38696;
  private static final int RSASHA256 = 8;
  private static final int SHA256 = 2;
  private static final int KEY_SIGNING_KEY = 257;

  @Test
  void namesThirteenServers() {
    List<HintLine> servers =
        hints(RootHints.namedRoot()).stream().filter(hint -> hint.type().equals("NS")).toList();

    assertThat(servers).extracting(HintLine::owner).containsOnly(".");
    assertThat(servers)
        .extracting(HintLine::data)
        .containsExactlyElementsOf(
            "abcdefghijklm".chars().mapToObj(c -> (char) c + ".root-servers.net.").toList());
  }

  @ParameterizedTest
  @ValueSource(chars = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'})
  void givesEachServerOneAddressOfEachFamily(char letter) {
    List<HintLine> addresses =
        hints(RootHints.namedRoot()).stream()
            .filter(hint -> hint.owner().equals(letter + ".root-servers.net."))
            .toList();

    assertThat(addresses).extracting(HintLine::type).containsExactlyInAnyOrder("A", "AAAA");
    assertThat(addresses)
        .allSatisfy(hint ->
            assertThat(hint.data())
                .matches(
                    hint.type().equals("A")
                        ? "\\d{1,3}(\\.\\d{1,3}){3}"
                        : "[0-9a-f]{1,4}(:{1,2}[0-9a-f]{1,4})+"));
  }

  @Test
  void holdsNothingButThoseRecords() {
    List<HintLine> hints = hints(RootHints.namedRoot());

    assertThat(hints).hasSize(13 * 3).doesNotHaveDuplicates();
    assertThat(hints).extracting(HintLine::ttl).containsOnly(3_600_000L);
    assertThat(hints)
        .filteredOn(hint -> !hint.type().equals("NS"))
        .extracting(HintLine::data)
        .doesNotHaveDuplicates();
  }

  @Test
  void holdsBothRootKeys() {
    assertThat(AnchorEntry.parse(RootHints.trustAnchors()))
        .extracting(AnchorEntry::keyTag)
        .containsExactly(KSK_2017, KSK_2024);
  }

  @Test
  void derivesEachAnchorFromTheKeyBesideIt() {
    assertThat(AnchorEntry.parse(RootHints.trustAnchors()))
        .allSatisfy(anchor -> {
          assertThat(anchor.algorithm()).isEqualTo(RSASHA256);
          assertThat(anchor.digestType()).isEqualTo(SHA256);
          assertThat(anchor.flags()).isEqualTo(KEY_SIGNING_KEY);
          assertThat(anchor.computedKeyTag()).isEqualTo(anchor.keyTag());
          assertThat(anchor.computedDigest()).isEqualTo(anchor.digest());
        });
  }

  @Test
  void opensTheSameOctetsAsItReads() throws IOException {
    try (InputStream hints = RootHints.openNamedRoot();
        InputStream anchors = RootHints.openTrustAnchors()) {
      assertThat(new String(hints.readAllBytes(), US_ASCII)).isEqualTo(RootHints.namedRoot());
      assertThat(new String(anchors.readAllBytes(), US_ASCII)).isEqualTo(RootHints.trustAnchors());
    }
  }

  @Test
  void agreesWithTheHintsOfIana() throws IOException {
    String theirs = Files.readString(realWorld("named.root"), US_ASCII);

    assertThat(hints(RootHints.namedRoot())).containsExactlyInAnyOrderElementsOf(hints(theirs));
  }

  @Test
  void agreesWithTheTrustAnchorsOfIana() throws IOException {
    List<String> theirs = Files.readAllLines(realWorld("root.ds"), US_ASCII);

    assertThat(AnchorEntry.parse(RootHints.trustAnchors()))
        .extracting(AnchorEntry::toDsRecord)
        .containsExactlyInAnyOrderElementsOf(theirs);
  }

  private static List<HintLine> hints(String namedRoot) {
    return namedRoot
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(";"))
        .map(HintLine::parse)
        .toList();
  }

  /** A file of the folder {@code shared/realworld} beside the checkout, or else no test. */
  private static Path realWorld(String file) {
    Optional<Path> found =
        Optional.ofNullable(System.getProperty("leafward.realworld")).map(Path::of);
    for (Path at = Path.of("").toAbsolutePath(); found.isEmpty() && at != null; ) {
      found = Optional.of(at.resolve("shared/realworld")).filter(Files::isDirectory);
      at = at.getParent();
    }
    Assumptions.assumeTrue(
        found.isPresent(),
        "no shared/realworld beside the checkout (or -Dleafward.realworld=FOLDER): not compared");
    return found.orElseThrow().resolve(file);
  }

  /** One record of {@code named.root}, names and types in one case. */
  private record HintLine(String owner, long ttl, String type, String data) {
    static HintLine parse(String line) {
      String[] fields = line.trim().toLowerCase(Locale.ROOT).split("\\s+", -1);
      return new HintLine(
          fields[0], Long.parseLong(fields[1]), fields[2].toUpperCase(Locale.ROOT), fields[3]);
    }
  }
}
