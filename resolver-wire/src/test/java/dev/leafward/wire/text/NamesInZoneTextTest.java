// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with any octets, in owners and in data, through the text of zone files. */
class NamesInZoneTextTest {
  private static final DomainName ORIGIN = DomainName.of("example.");

  private static DomainName single(byte... label) {
    byte[] wire = new byte[label.length + 2];
    wire[0] = (byte) label.length;
    System.arraycopy(label, 0, wire, 1, label.length);
    return DomainName.ofWire(wire);
  }

  private static void assertSurvives(List<DomainName> names) throws Exception {
    List<ResourceRecord> records =
        names.stream().map(name -> new ResourceRecord(name, RRClass.IN, 60, new NS(name))).toList();
    String lines = records.stream().map(each -> each + "\n").collect(Collectors.joining());
    String columns = records.stream().map(MessagePrinter::record).collect(Collectors.joining());

    assertThat(lines).matches("[\\n -~]*");
    assertSameNames(ZoneFileReader.readAll(lines, ORIGIN), names);
    assertSameNames(ZoneFileReader.readAll(columns, ORIGIN), names);
  }

  private static void assertSameNames(List<ResourceRecord> records, List<DomainName> names) {
    assertThat(records).hasSameSizeAs(names);
    for (int i = 0; i < records.size(); i++) {
      DomainName name = names.get(i);
      assertThat(records.get(i).name().toWire()).isEqualTo(name.toWire());
      assertThat(((NS) records.get(i).data()).nameServer().toWire()).isEqualTo(name.toWire());
    }
  }

  @Test
  void everyOctetSurvivesInEveryPlaceOfALabel() throws Exception {
    List<DomainName> names = new ArrayList<>();
    for (int octet = 0; octet < 256; octet++) {
      byte b = (byte) octet;
      names.add(single(b));
      names.add(single(b, (byte) '0', (byte) '0', (byte) '1'));
      names.add(single((byte) 'a', b, (byte) 'a'));
      names.add(single((byte) '\\', b));
    }

    assertSurvives(names);
  }

  @Test
  void namesOfAnyLabelsSurvive() throws Exception {
    Random random = new Random(1035);
    List<DomainName> names = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      byte[] wire = new byte[DomainName.MAX_OCTETS];
      random.nextBytes(wire);
      int at = 0;
      int labels = random.nextInt(12);
      while (labels-- > 0 && at < DomainName.MAX_OCTETS - 65) {
        int length = 1 + random.nextInt(DomainName.MAX_LABEL_OCTETS);
        wire[at] = (byte) length;
        at += length + 1;
      }
      wire[at] = 0;
      names.add(DomainName.ofWire(Arrays.copyOf(wire, at + 1)));
    }

    assertSurvives(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|a.example.",
        "a.|a.",
        "@|example.",
        ".|.",
        "\\@|\\@.example.",
        "a\\.b|a\\.b.example.",
        "a\\.|a\\..example.",
        "a\\\\.|a\\\\.",
        "\\065\\b|Ab.example.",
        "a\\032b|a\\032b.example.",
        "a\\ b|a\\032b.example.",
        "\\$TTL|\\$TTL.example.",
        "\\;x|\\;x.example.",
        "\"a b\"|a\\032b.example.",
        "*|*.example.",
        "*.a|*.a.example."
      })
  void relativeAndEscapedNamesAreReadAsMeant(String word, String name) throws Exception {
    List<ResourceRecord> records = ZoneFileReader.readAll(word + " 60 NS " + word, ORIGIN);

    assertThat(records.get(0)).hasToString(name + " 60 IN NS " + name);
  }
}
