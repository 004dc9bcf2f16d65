// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.text.ZoneFileOptions;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What holds of zone files. */
final class ZoneChecks {
  /** A few generated records are as good as many, and an execution must be short. */
  private static final ZoneFileOptions OPTIONS = ZoneFileOptions.builder().maxGenerated(16).build();

  private ZoneChecks() {}

  static void text(byte[] octets) throws TextFormatException {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    List<ResourceRecord> records;
    try {
      records = read(text, DomainName.of("example."));
    } catch (TextFormatException refused) {
      Promise.isTrue(refused.line() >= 1 && refused.column() >= 1, "place of the fault");
      return;
    }
    String printed = records.stream().map(each -> each + "\n").collect(Collectors.joining());
    Promise.printable(printed);
    Promise.equal(read(printed, DomainName.ROOT), records, "zone read again");
  }

  private static List<ResourceRecord> read(String text, DomainName origin)
      throws TextFormatException {
    List<ResourceRecord> records = new ArrayList<>();
    try (ZoneFileReader reader =
        new ZoneFileReader(new StringReader(text), "zone", origin, OPTIONS)) {
      for (ResourceRecord each = reader.next(); each != null; each = reader.next()) {
        records.add(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
