// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.AnswerComparison.Validation;
import dev.leafward.testkit.replay.scenario.PacketTemplate;
import dev.leafward.testkit.replay.scenario.TemplateRecord;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares one section of an answer with the expected one: answers record by record in any order,
 * the other sections so that nothing may be there that is not expected.
 */
final class SectionComparison {

  private final Section section;
  private final PacketTemplate expected;
  private final Message got;
  private final Validation validation;
  private final Set<ComparedRecord> soaVersions;

  SectionComparison(
      Section section,
      PacketTemplate expected,
      Message got,
      Validation validation,
      Set<ComparedRecord> soaVersions) {
    this.section = section;
    this.expected = expected;
    this.got = got;
    this.validation = validation;
    this.soaVersions = soaVersions;
  }

  Section section() {
    return section;
  }

  /** The records that the scenario has. */
  List<TemplateRecord> expected() {
    return expected.section(section);
  }

  /** The records that came. */
  List<ResourceRecord> got() {
    return got.section(section);
  }

  /** In what the sections differ. */
  List<String> differences() {
    List<ComparedRecord> missing =
        expected().stream()
            .map(ComparedRecord::of)
            .collect(Collectors.toCollection(ArrayList::new));
    List<ComparedRecord> surplus = new ArrayList<>();
    for (ResourceRecord record : got()) {
      ComparedRecord compared = ComparedRecord.of(record);
      if (!missing.remove(compared)) {
        surplus.add(compared);
      }
    }
    forgiveOtherVersions(missing, surplus);
    missing.removeIf(record -> !mustBeThere(record));
    List<String> differences = new ArrayList<>();
    String name = section.name().toLowerCase(Locale.ROOT);
    missing.forEach(record -> differences.add(name + ": lacks " + record));
    surplus.forEach(record -> differences.add(name + ": has the unexpected " + record));
    return differences;
  }

  /**
   * Of the versions of a zone's SOA that the servers have given, which one a denial shows depends
   * on whether a cache keeps one for the zone or one for each denial.
   */
  private void forgiveOtherVersions(List<ComparedRecord> missing, List<ComparedRecord> surplus) {
    if (section != Section.AUTHORITY) {
      return;
    }
    for (ComparedRecord soa : List.copyOf(surplus)) {
      boolean isVersion =
          soaVersions.contains(soa)
              && missing.removeIf(
                  other -> other.type().equals(RRType.SOA) && other.name().equals(soa.name()));
      if (isVersion) {
        surplus.remove(soa);
      }
    }
  }

  private boolean mustBeThere(ComparedRecord record) {
    return switch (section) {
      // Nobody collects signatures who does not check them.
      case ANSWER -> validation == Validation.ON || !record.type().equals(RRType.RRSIG);
      case AUTHORITY -> record.type().equals(RRType.SOA) && isDenial();
      case ADDITIONAL -> false;
    };
  }

  private boolean isDenial() {
    return expected.rcode().equals(Rcode.NXDOMAIN) || expected.section(Section.ANSWER).isEmpty();
  }
}
