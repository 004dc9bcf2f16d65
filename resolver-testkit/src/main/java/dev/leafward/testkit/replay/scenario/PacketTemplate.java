// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Opcode;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.Octets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as a scenario writes it. Its data may be wrong on purpose.
 *
 * @param opcode the opcode
 * @param rcode the response code
 * @param flags the flags of the header
 * @param dnssecOk whether EDNS has the flag DO
 * @param question the question, if there is one
 * @param sections the records of each section that has any
 * @param ednsOptions the options of EDNS as octets, where the scenario gives them
 */
public record PacketTemplate(
    Opcode opcode,
    Rcode rcode,
    Set<HeaderFlag> flags,
    boolean dnssecOk,
    Optional<Question> question,
    Map<Section, List<TemplateRecord>> sections,
    Optional<Octets> ednsOptions) {

  /** Copies the collections. */
  public PacketTemplate {
    flags = Set.copyOf(flags);
    sections = Map.copyOf(sections);
  }

  /** The records of a section. */
  public List<TemplateRecord> section(Section section) {
    return sections.getOrDefault(section, List.of());
  }

  /** Whether the scenario itself asks for EDNS in this message. */
  public boolean hasEdns() {
    return dnssecOk || ednsOptions.isPresent();
  }
}
