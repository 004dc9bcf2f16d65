// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the root zone and hints as published, where a checkout has them beside it. */
class RealRootZoneTest {
  private static Path published(String file) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared").resolve("realworld").resolve(file))
            .filter(Files::exists)
            .findFirst();
    assumeThat(found).as("a folder shared/realworld above this one").isPresent();
    return found.orElseThrow();
  }

  private static Reader unpack(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({"root-2019-12-13-signed.zone.gz, 22103", "root-2026-08-22-unsigned.zone.gz, 22094"})
  void rootZoneSurvivesBothForms(String file, int records) throws Exception {
    List<ResourceRecord> zone =
        ZoneFileReader.readAll(unpack(published(file)), file, DomainName.ROOT);
    String printed = zone.stream().map(MessagePrinter::record).collect(Collectors.joining());

    assertThat(zone).hasSize(records);
    assertThat(ZoneFileReader.readAll(printed, DomainName.ROOT)).isEqualTo(zone);
    for (ResourceRecord each : zone) {
      assertThat(each.data()).isNotInstanceOf(UnknownRData.class);
      assertThat(overTheWire(each.data())).isEqualTo(each.data());
    }
  }

  private static RData overTheWire(RData data) throws Exception {
    WireWriter out = WireWriter.uncompressed();
    data.write(out);
    return RDataFormats.read(data.type(), new WireReader(out.toByteArray()));
  }

  @Test
  void rootHintsNameThirteenServers() throws Exception {
    Path file = published("named.root");

    List<ResourceRecord> hints =
        ZoneFileReader.readAll(Files.newBufferedReader(file), "named.root", DomainName.ROOT);

    assertThat(hints).hasSize(39);
    assertThat(hints).filteredOn(each -> each.type().equals(RRType.NS)).hasSize(13);
    assertThat(hints).filteredOn(each -> each.type().equals(RRType.A)).hasSize(13);
    assertThat(hints).filteredOn(each -> each.type().equals(RRType.AAAA)).hasSize(13);
    assertThat(hints).extracting(ResourceRecord::ttl).containsOnly(3_600_000L);
  }
}
