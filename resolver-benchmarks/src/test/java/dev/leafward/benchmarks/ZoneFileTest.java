// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;

class ZoneFileTest {
  private static final int DIRECTIVES = 2;

  @Test
  void bothLibrariesReadItsBeginningAndItsEnd(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("zone");
    ZoneFile.writeTo(file);
    String ends;
    try (Stream<String> lines = Files.lines(file);
        BufferedReader again = Files.newBufferedReader(file)) {
      ends =
          Stream.concat(
                  again.lines().limit(DIRECTIVES + 10),
                  lines.skip(DIRECTIVES + ZoneFile.RECORDS - 10L))
              .collect(Collectors.joining("\n", "", "\n"));
    }
    Path shorter = Files.writeString(folder.resolve("shorter"), ends);

    int count = 0;
    try (Master reader = new Master(shorter.toString(), Name.fromString("example."))) {
      while (reader.nextRecord() != null) {
        count++;
      }
    }
    assertThat(count).isEqualTo(20);
    assertThat(ZoneFileReader.readAll(new StringReader(ends), "zone", DomainName.of("example.")))
        .hasSize(20);
  }
}
