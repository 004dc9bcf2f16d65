// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Header;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import java.util.List;

/**
 * Prints messages in the layout of dig 9.18, byte for byte.
 *
 * <p>The whole of a message, or a piece of it: header lines, EDNS, question, one section, one
 * record. Each piece ends in a line feed and has none before it, so that whoever leaves pieces out
 * gets what dig prints with them left out.
 *
 * <p>A column begins at the next tab stop of its own, or, where the one before is too long, at the
 * next character. Codes that dig 9.18 has no name for print under IANA's. What dig says of the
 * exchange (query time, server, size) is not here.
 */
public final class MessagePrinter {
  private static final int TAB = 8;

  private MessagePrinter() {}

  /**
   * Prints a message from its header lines to the blank line behind its last section.
   *
   * @param message any message
   * @return the text, which ends in a line feed
   */
  public static String print(Message message) {
    StringBuilder out = new StringBuilder(header(message)).append('\n');
    message.edns().ifPresent(edns -> EdnsText.append(out, edns));
    out.append(question(message));
    for (Section section : Section.values()) {
      out.append(section(message, section));
    }
    return out.toString();
  }

  /**
   * Prints the lines with opcode, status, id, flags and counts.
   *
   * @param message any message
   * @return two lines, or a third with dig's warning that recursion was not available
   */
  public static String header(Message message) {
    Header header = message.header();
    int additionals = message.additionals().size() + (message.edns().isPresent() ? 1 : 0);
    StringBuilder out = new StringBuilder();
    out.append(";; ->>HEADER<<- opcode: ").append(header.opcode());
    out.append(", status: ").append(message.rcode());
    out.append(", id: ").append(message.id());
    out.append("\n;; flags:");
    flag(out, header.isResponse(), " qr");
    flag(out, header.isAuthoritative(), " aa");
    flag(out, header.isTruncated(), " tc");
    flag(out, header.isRecursionDesired(), " rd");
    flag(out, header.isRecursionAvailable(), " ra");
    flag(out, header.isAuthenticData(), " ad");
    flag(out, header.isCheckingDisabled(), " cd");
    flag(out, header.isReservedSet(), "; MBZ: 0x4");
    out.append("; QUERY: ").append(message.questions().size());
    out.append(", ANSWER: ").append(message.answers().size());
    out.append(", AUTHORITY: ").append(message.authorities().size());
    out.append(", ADDITIONAL: ").append(additionals).append('\n');
    if (header.isResponse() && header.isRecursionDesired() && !header.isRecursionAvailable()) {
      out.append(";; WARNING: recursion requested but not available\n");
    }
    return out.toString();
  }

  private static void flag(StringBuilder out, boolean set, String text) {
    if (set) {
      out.append(text);
    }
  }

  /**
   * Prints the OPT pseudo-section.
   *
   * @param edns the EDNS part of a message
   * @return its heading, the line with version, flags and size, and a line for each option
   */
  public static String edns(Edns edns) {
    StringBuilder out = new StringBuilder();
    EdnsText.append(out, edns);
    return out.toString();
  }

  /**
   * Prints the question section.
   *
   * @param message any message
   * @return its heading, a line for each question and a blank line; nothing if there is none
   */
  public static String question(Message message) {
    return question(message, RecordLayout.ALL);
  }

  /**
   * Prints the question section.
   *
   * @param message any message
   * @param layout the columns
   * @return its heading, a line for each question and a blank line; nothing if there is none
   */
  public static String question(Message message, RecordLayout layout) {
    if (message.questions().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(";; QUESTION SECTION:\n");
    for (Question question : message.questions()) {
      appendQuestion(out, question, layout);
    }
    return out.append('\n').toString();
  }

  /**
   * Prints one question.
   *
   * @param question any question
   * @param layout the columns
   * @return its line, which is a comment
   */
  public static String question(Question question, RecordLayout layout) {
    StringBuilder out = new StringBuilder();
    appendQuestion(out, question, layout);
    return out.toString();
  }

  private static void appendQuestion(StringBuilder out, Question question, RecordLayout layout) {
    out.append(';');
    new Columns(out)
        .append(0, question.name())
        .append(layout.classColumn(), question.rrClass())
        .append(layout.typeColumn(), question.type());
    out.append('\n');
  }

  /**
   * Prints one section of records.
   *
   * @param message any message
   * @param section which of its sections
   * @return its heading, a line for each record and a blank line; nothing if there is none
   */
  public static String section(Message message, Section section) {
    return section(message, section, RecordLayout.ALL);
  }

  /**
   * Prints one section of records.
   *
   * @param message any message
   * @param section which of its sections
   * @param layout the fields and columns
   * @return its heading, a line for each record and a blank line; nothing if there is none
   */
  public static String section(Message message, Section section, RecordLayout layout) {
    List<ResourceRecord> records = message.section(section);
    if (records.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(";; ").append(section).append(" SECTION:\n");
    for (ResourceRecord record : records) {
      appendRecord(out, record, layout);
    }
    return out.append('\n').toString();
  }

  /**
   * Prints one record.
   *
   * @param record any record
   * @return its line
   */
  public static String record(ResourceRecord record) {
    return record(record, RecordLayout.ALL);
  }

  /**
   * Prints one record.
   *
   * @param record any record
   * @param layout the fields and columns
   * @return its line
   */
  public static String record(ResourceRecord record, RecordLayout layout) {
    StringBuilder out = new StringBuilder();
    appendRecord(out, record, layout);
    return out.toString();
  }

  private static void appendRecord(StringBuilder out, ResourceRecord record, RecordLayout layout) {
    Columns line = new Columns(out).append(0, record.name());
    if (layout.hasTtl()) {
      line.append(layout.ttlColumn(), record.ttl());
    }
    if (layout.hasClass()) {
      line.append(layout.classColumn(), record.rrClass());
    }
    line.append(layout.typeColumn(), record.type()).append(layout.dataColumn(), record.data());
    out.append('\n');
  }

  /** One line whose fields begin at tab stops, or right behind a field that is too long. */
  private static final class Columns {
    private final StringBuilder out;
    private int column;

    Columns(StringBuilder out) {
      this.out = out;
    }

    Columns append(int at, Object field) {
      int target = column == 0 ? at : Math.max(at, column + 1);
      int tabs = target / TAB - column / TAB;
      out.repeat('\t', tabs).repeat(' ', tabs > 0 ? target % TAB : target - column);
      String text = field.toString();
      out.append(text);
      column = target + text.length();
      return this;
    }
  }
}
