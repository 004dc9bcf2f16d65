// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.ClientReply.Source;
import dev.leafward.testkit.replay.scenario.TemplateRecord;
import dev.leafward.wire.message.ResourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the TTLs of a section: never longer than expected, and shorter by no more than the slack
 * that the clock has; those of stale data exactly.
 */
final class TtlComparison {

  private final SectionComparison section;
  private final long slackSeconds;

  TtlComparison(SectionComparison section, Source source, long slackSeconds) {
    this.section = section;
    this.slackSeconds = source == Source.STALE ? 0 : slackSeconds;
  }

  /** The TTLs that are wrong. Records that were not expected at all are no matter of this. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (ResourceRecord record : section.got()) {
      long closest = expected(record).orElse(record.ttl());
      if (record.ttl() > closest || record.ttl() < closest - slackSeconds) {
        differences.add(
            "TTL of "
                + ComparedRecord.of(record)
                + ": expected "
                + closest
                + ", got "
                + record.ttl());
      }
    }
    return differences;
  }

  private Optional<Long> expected(ResourceRecord record) {
    ComparedRecord compared = ComparedRecord.of(record);
    return section.expected().stream()
        .filter(each -> ComparedRecord.of(each).equals(compared))
        .map(TemplateRecord::ttl)
        .findFirst();
  }
}
