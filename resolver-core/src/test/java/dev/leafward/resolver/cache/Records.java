// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import com.google.common.net.InetAddresses;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.util.ArrayList;
import java.util.List;

/** RRsets and questions for tests, as one would write them down. */
public final class Records {
  private Records() {}

  /** The RRset that the lines of a zone file make. */
  public static RRset rrset(String... lines) {
    try {
      return RRset.of(
          ZoneFileReader.readAll(String.join("\n", lines) + "\n", DomainName.ROOT)
              .toArray(ResourceRecord[]::new));
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An RRset of as many A records as asked for. */
  public static RRset addresses(String owner, int records) {
    List<A> data = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      data.add(new A(InetAddresses.fromInteger(0x0A000000 + i)));
    }
    return RRset.of(DomainName.of(owner), RRClass.IN, 300, data, List.of());
  }

  /** A question of class IN, as in {@code "www.example.com. A"}. */
  public static Question question(String nameAndType) {
    int space = nameAndType.indexOf(' ');
    return new Question(
        DomainName.of(nameAndType.substring(0, space)),
        RRType.parse(nameAndType.substring(space + 1)));
  }
}
