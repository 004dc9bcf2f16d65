// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.Shown.Part;
import dev.leafward.wire.text.RecordLayout;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * The flags that choose what is printed of a reply; part of {@link Flags}.
 *
 * <p>They take effect one after the other in the order of the command line, as dig has it: {@code
 * +noall +answer} leaves the answer section, {@code +answer +noall} leaves nothing. So they are
 * methods, not fields; and as reflection lists methods in no order, each has its place in the help.
 */
final class ShownFlags {
  private final Set<Part> parts = EnumSet.allOf(Part.class);
  private boolean shortForm;

  @Option(
      names = {"+ttlid", "+ttl"},
      order = 10,
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "The TTLs of records.")
  boolean ttl;

  @Option(
      names = {"+class", "+cl"},
      order = 11,
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "The classes of records.")
  boolean rrClass;

  @Option(
      names = "+short",
      order = 1,
      negatable = true,
      description = "Only the data, one record a line.")
  void shortForm(boolean on) {
    shortForm = on;
    if (on) {
      parts.add(Part.ANSWER);
    }
  }

  @Option(
      names = "+all",
      order = 2,
      negatable = true,
      description = "All parts (the default). +noall +answer: only the records that answer.")
  void all(boolean on) {
    if (on) {
      parts.addAll(EnumSet.allOf(Part.class));
    } else {
      parts.clear();
    }
  }

  @Option(
      names = "+cmd",
      order = 3,
      negatable = true,
      description = "The lines that come first. One +nocmd removes them for all questions.")
  void banner(boolean on) {
    set(Part.BANNER, on);
  }

  @Option(
      names = "+comments",
      order = 4,
      negatable = true,
      description = "Header, EDNS and headings.")
  void comments(boolean on) {
    set(Part.COMMENTS, on);
  }

  @Option(names = "+question", order = 5, negatable = true, description = "The question section.")
  void question(boolean on) {
    set(Part.QUESTION, on);
  }

  @Option(names = "+answer", order = 6, negatable = true, description = "The answer section.")
  void answer(boolean on) {
    set(Part.ANSWER, on);
  }

  @Option(names = "+authority", order = 7, negatable = true, description = "The authority section.")
  void authority(boolean on) {
    set(Part.AUTHORITY, on);
  }

  @Option(
      names = "+additional",
      order = 8,
      negatable = true,
      description = "The additional section.")
  void additional(boolean on) {
    set(Part.ADDITIONAL, on);
  }

  @Option(names = "+stats", order = 9, negatable = true, description = "The lines that come last.")
  void statistics(boolean on) {
    set(Part.STATISTICS, on);
  }

  private void set(Part part, boolean on) {
    if (on) {
      parts.add(part);
    } else {
      parts.remove(part);
    }
  }

  /** Whether the data alone are to be printed. */
  boolean isShortForm() {
    return shortForm;
  }

  /** What is to be printed otherwise. */
  Shown shown() {
    return new Shown(parts, layout());
  }

  private RecordLayout layout() {
    if (ttl) {
      return rrClass ? RecordLayout.ALL : RecordLayout.WITHOUT_CLASS;
    }
    return rrClass ? RecordLayout.WITHOUT_TTL : RecordLayout.WITHOUT_TTL_AND_CLASS;
  }
}
