// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.text.ZoneFileReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What holds of zone files. */
final class ZoneChecks {
  private ZoneChecks() {}

  static void text(byte[] octets) throws TextFormatException {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    List<ResourceRecord> records;
    try {
      records = ZoneFileReader.readAll(text, DomainName.of("example."));
    } catch (TextFormatException refused) {
      Promise.isTrue(refused.line() >= 1 && refused.column() >= 1, "place of the fault");
      return;
    }
    String printed = records.stream().map(each -> each + "\n").collect(Collectors.joining());
    Promise.printable(printed);
    Promise.equal(ZoneFileReader.readAll(printed, DomainName.ROOT), records, "zone read again");
  }
}
