// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"root-2019-12-13-signed.zone.gz", "root-2026-08-22-unsigned.zone.gz"})
  void referralsSurviveTheWire(String file) throws Exception {
    List<ResourceRecord> zone =
        ZoneFileReader.readAll(unpack(published(file)), file, DomainName.ROOT);
    Map<DomainName, List<ResourceRecord>> byOwner =
        zone.stream()
            .collect(
                Collectors.groupingBy(
                    ResourceRecord::name, LinkedHashMap::new, Collectors.toList()));
    List<DomainName> delegated =
        zone.stream()
            .filter(each -> each.data() instanceof NS && each.name().labelCount() == 1)
            .map(ResourceRecord::name)
            .distinct()
            .limit(500)
            .toList();

    assertThat(delegated).hasSize(500);
    for (DomainName name : delegated) {
      Message referral = referral(name, byOwner);
      assertThat(MessageCodec.decode(MessageCodec.encode(referral))).isEqualTo(referral);
      Message cut = MessageCodec.decode(MessageCodec.encode(referral, 512));
      assertThat(referral.authorities())
          .startsWith(cut.authorities().toArray(ResourceRecord[]::new));
    }
  }

  /** All that the root has about a name and the addresses of its servers. */
  private static Message referral(
      DomainName delegated, Map<DomainName, List<ResourceRecord>> zone) {
    Message.Builder message =
        Message.query(new Question(delegated.child("www"), RRType.AAAA))
            .response()
            .edns(Edns.of(1232).withDnssecOk());
    for (ResourceRecord each : zone.getOrDefault(delegated, List.of())) {
      message.authority(each);
      if (each.data() instanceof NS server) {
        zone.getOrDefault(server.nameServer(), List.of()).stream()
            .filter(glue -> glue.type().equals(RRType.A) || glue.type().equals(RRType.AAAA))
            .forEach(message::additional);
      }
    }
    return message.build();
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
