// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Opcode;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.Octets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts one message of an entry together from its REPLY and SECTION lines. */
final class PacketReader {

  private static final int LAST_EXTENDED_RCODE = 23;

  private final RecordText records;
  private final Set<HeaderFlag> flags = EnumSet.noneOf(HeaderFlag.class);
  private final Map<Section, List<TemplateRecord>> sections = new EnumMap<>(Section.class);
  private Opcode opcode = Opcode.QUERY;
  private Rcode rcode = Rcode.NOERROR;
  private boolean dnssecOk;
  private @Nullable Question question;
  private @Nullable Octets ednsOptions;

  /** Where records go; null in the question section. */
  private @Nullable Section section;

  private boolean inSection;

  PacketReader(RecordText records) {
    this.records = records;
  }

  /** Takes a line of flags and codes in. */
  void reply(SourceLine line) throws TextFormatException {
    for (String word : EntryReader.arguments(line)) {
      if (!header(word)) {
        throw line.malformed("a flag, an opcode or a response code", word);
      }
    }
  }

  private boolean header(String word) {
    for (HeaderFlag flag : HeaderFlag.values()) {
      if (flag.name().equals(word)) {
        flags.add(flag);
        return true;
      }
    }
    for (Opcode each :
        List.of(Opcode.QUERY, Opcode.IQUERY, Opcode.STATUS, Opcode.NOTIFY, Opcode.UPDATE)) {
      if (each.toString().equals(word)) {
        opcode = each;
        return true;
      }
    }
    switch (word) {
      case "DO" -> dnssecOk = true;
      case "CO" -> ednsOptions = ednsOptions == null ? Octets.EMPTY : ednsOptions;
      case "NOTIMPL" -> rcode = Rcode.NOTIMP;
      default -> {
        return responseCode(word);
      }
    }
    return true;
  }

  private boolean responseCode(String word) {
    for (int code = 0; code <= LAST_EXTENDED_RCODE; code++) {
      if (Rcode.of(code).toString().equals(word)) {
        rcode = Rcode.of(code);
        return true;
      }
    }
    return false;
  }

  /** Goes on in another section. */
  void section(SourceLine line) throws TextFormatException {
    List<String> words = line.words();
    inSection = true;
    section =
        switch (words.size() == 2 ? words.get(1) : "") {
          case "QUESTION" -> null;
          case "ANSWER" -> Section.ANSWER;
          case "AUTHORITY" -> Section.AUTHORITY;
          case "ADDITIONAL" -> Section.ADDITIONAL;
          default -> throw line.malformed("SECTION and the name of a section", line.text());
        };
  }

  /** Takes the text of a question or of a record in, or a directive for those that follow. */
  void record(SourceLine line) throws TextFormatException {
    if (!inSection) {
      throw line.malformed("MATCH, ADJUST, REPLY, SECTION or ENTRY_END", line.keyword());
    }
    if (records.directive(line)) {
      return;
    }
    if (section == null) {
      question = records.question(line);
    } else {
      sections.computeIfAbsent(section, none -> new ArrayList<>()).add(records.record(line));
    }
  }

  /** Sets the options of EDNS. */
  void ednsOptions(Octets options) {
    ednsOptions = options;
  }

  /** The message. */
  PacketTemplate finish() {
    return new PacketTemplate(
        opcode,
        rcode,
        flags,
        dnssecOk,
        Optional.ofNullable(question),
        sections,
        Optional.ofNullable(ednsOptions));
  }
}
