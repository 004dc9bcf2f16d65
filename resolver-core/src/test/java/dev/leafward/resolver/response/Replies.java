// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.delegation.NameServer;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.util.List;

/** Replies written as text, for the tests of the scrubber and the classifier. */
final class Replies {

  private final Message.Builder message;

  private Replies(Question question) {
    message = Message.query(question).flag(HeaderFlag.QR);
  }

  static Question question(String name, RRType type) {
    return new Question(DomainName.of(name), type);
  }

  static ZoneCut cut(String zone) {
    return new ZoneCut(
        DomainName.of(zone), List.of(new NameServer(DomainName.of("ns.test."), List.of())));
  }

  static Replies to(Question question) {
    return new Replies(question);
  }

  Replies authoritative() {
    message.flag(HeaderFlag.AA);
    return this;
  }

  Replies recursionAvailable() {
    message.flag(HeaderFlag.RA);
    return this;
  }

  Replies rcode(Rcode rcode) {
    message.rcode(rcode);
    return this;
  }

  Replies answer(String... records) {
    return add(Section.ANSWER, records);
  }

  Replies authority(String... records) {
    return add(Section.AUTHORITY, records);
  }

  Replies additional(String... records) {
    return add(Section.ADDITIONAL, records);
  }

  private Replies add(Section section, String... records) {
    for (String each : records) {
      message.add(section, record(each));
    }
    return this;
  }

  private static ResourceRecord record(String line) {
    try {
      return ZoneFileReader.readAll("$TTL 300\n" + line + "\n", DomainName.ROOT).getFirst();
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  Message build() {
    return message.build();
  }
}
