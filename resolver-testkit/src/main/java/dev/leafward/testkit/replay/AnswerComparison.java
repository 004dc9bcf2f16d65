// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.ClientReply.Source;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Entry;
import dev.leafward.testkit.replay.scenario.MatchRule;
import dev.leafward.testkit.replay.scenario.MatchRule.Kind;
import dev.leafward.testkit.replay.scenario.PacketTemplate;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioStep;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the answer that a client got with the one that a scenario expects.
 *
 * <p>What is compared is what the entry's conditions name. The suites were written for one resolver
 * each and expect its habits too; what is a habit, and left out, is said here by rules that hold
 * for every scenario alike:
 *
 * <ul>
 *   <li>The order of records does not count, nor the case of names, nor the flag AA.
 *   <li>In the authority and additional sections records may be missing, but none may be there that
 *       is not expected. The SOA of a denial may not be missing where it is expected, but may be in
 *       any version that the scenario's servers give.
 *   <li>AD is expected only by those who ask for it (RFC 6840 section 5.8). A resolver that does
 *       not validate cannot set it, and may lack signatures: both are then left out, which is
 *       noted.
 *   <li>An Extended DNS Error may be another of its kind.
 *   <li>To a question with RD=0 that the cache cannot answer any message without an answer will do.
 * </ul>
 */
final class AnswerComparison {

  /** What {@code all} stands for. */
  private static final Set<Kind> ALL =
      EnumSet.of(
          Kind.OPCODE,
          Kind.QUESTION,
          Kind.FLAGS,
          Kind.RCODE,
          Kind.ANSWER,
          Kind.AUTHORITY,
          Kind.ADDITIONAL);

  private static final Set<HeaderFlag> COMPARED_FLAGS =
      EnumSet.of(HeaderFlag.QR, HeaderFlag.TC, HeaderFlag.RD, HeaderFlag.RA, HeaderFlag.CD);

  private final Dialect dialect;
  private final Validation validation;
  private final Set<ComparedRecord> soaVersions;

  /** Whether the resolver tells authentic data from other. */
  enum Validation {
    /** It does: AD is compared. */
    ON,
    /** It does not, and so cannot set AD. */
    OFF
  }

  AnswerComparison(Scenario scenario, Validation validation) {
    this.dialect = scenario.dialect();
    this.validation = validation;
    Stream<Entry> entries =
        Stream.concat(
            scenario.ranges().stream().flatMap(range -> range.entries().stream()),
            scenario.steps().stream()
                .filter(step -> step.kind() == ScenarioStep.Kind.REPLY)
                .map(ScenarioStep::message));
    this.soaVersions =
        entries
            .flatMap(entry -> entry.packet().section(Section.AUTHORITY).stream())
            .filter(record -> record.type().equals(RRType.SOA))
            .map(ComparedRecord::of)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * In what the answer is not the expected one; nothing if it is.
   *
   * @param slackSeconds how much lower than expected a TTL may be
   */
  List<String> differences(Entry expected, ClientReply got, long slackSeconds) {
    if (got.source() == Source.NOT_CACHED && expectsNothing(expected.packet())) {
      return List.of();
    }
    Set<Kind> compared = compared(expected);
    List<String> differences = new ArrayList<>();
    header(compared, expected.packet(), got, differences);
    question(compared, expected.packet(), got.reply(), differences);
    for (Section section : Section.values()) {
      if (compared.contains(Kind.valueOf(section.name()))) {
        SectionComparison sections =
            new SectionComparison(section, expected.packet(), got.reply(), validation, soaVersions);
        differences.addAll(sections.differences());
        if (compared.contains(Kind.TTL)) {
          differences.addAll(new TtlComparison(sections, got.source(), slackSeconds).differences());
        }
      }
    }
    edns(expected, got.reply(), differences);
    return differences;
  }

  /** What was not compared, though the scenario expects it. */
  Optional<String> leftOut(Entry expected, ClientReply got) {
    boolean comparesAd =
        compared(expected).contains(Kind.FLAGS) && expectsAuthenticity(expected, got.query());
    return comparesAd && validation == Validation.OFF
        ? Optional.of("nothing is validated: AD and missing signatures not compared")
        : Optional.empty();
  }

  /**
   * How a server says that its cache does not have something (RD=0) is its own affair: by an error,
   * or by a referral to servers that may know.
   */
  private static boolean expectsNothing(PacketTemplate expected) {
    return !expected.rcode().equals(Rcode.NXDOMAIN)
        && expected.section(Section.ANSWER).isEmpty()
        && expected.section(Section.AUTHORITY).stream()
            .noneMatch(record -> record.type().equals(RRType.SOA));
  }

  private Set<Kind> compared(Entry expected) {
    Set<Kind> compared = EnumSet.noneOf(Kind.class);
    expected.match().forEach(rule -> compared.add(rule.kind()));
    if (compared.contains(Kind.ALL) || compared.contains(Kind.ALL_NOEDNS)) {
      compared.addAll(ALL);
    }
    if (dialect == Dialect.DECKARD && compared.contains(Kind.QUESTION)) {
      compared.addAll(EnumSet.of(Kind.QNAME, Kind.QTYPE));
    }
    return compared;
  }

  private void header(
      Set<Kind> compared, PacketTemplate expected, ClientReply got, List<String> differences) {
    Message reply = got.reply();
    if (compared.contains(Kind.OPCODE) && !reply.header().opcode().equals(expected.opcode())) {
      differences.add(differ("opcode", expected.opcode(), reply.header().opcode()));
    }
    if (compared.contains(Kind.RCODE) && !reply.rcode().equals(expected.rcode())) {
      differences.add(differ("response code", expected.rcode(), reply.rcode()));
    }
    if (compared.contains(Kind.FLAGS)) {
      Set<HeaderFlag> wanted = flags(expected.flags());
      Set<HeaderFlag> present = flags(Flags.of(reply));
      if (validation == Validation.ON) {
        addIf(expected.flags().contains(HeaderFlag.AD) && asksForAd(got.query()), wanted);
        addIf(reply.header().has(HeaderFlag.AD), present);
      }
      if (!wanted.equals(present)) {
        differences.add(differ("flags", wanted, present));
      }
    }
  }

  private static Set<HeaderFlag> flags(Set<HeaderFlag> all) {
    Set<HeaderFlag> flags = EnumSet.noneOf(HeaderFlag.class);
    flags.addAll(all);
    flags.retainAll(COMPARED_FLAGS);
    return flags;
  }

  private static void addIf(boolean set, Set<HeaderFlag> flags) {
    if (set) {
      flags.add(HeaderFlag.AD);
    }
  }

  private static boolean expectsAuthenticity(Entry expected, Message query) {
    return expected.packet().flags().contains(HeaderFlag.AD) && asksForAd(query);
  }

  private static boolean asksForAd(Message query) {
    boolean understands =
        query.header().has(HeaderFlag.AD) || query.edns().filter(Edns::dnssecOk).isPresent();
    return understands && !query.header().has(HeaderFlag.CD);
  }

  private static void question(
      Set<Kind> compared, PacketTemplate expected, Message got, List<String> differences) {
    if (compared.contains(Kind.QUESTION) && !got.question().equals(expected.question())) {
      differences.add(differ("question", text(expected.question()), text(got.question())));
      return;
    }
    if (compared.contains(Kind.QTYPE)
        && !got.question().map(q -> q.type()).equals(expected.question().map(q -> q.type()))) {
      differences.add(differ("type", text(expected.question()), text(got.question())));
    }
    if ((compared.contains(Kind.QNAME) || compared.contains(Kind.QCASE))
        && !got.question().map(q -> q.name()).equals(expected.question().map(q -> q.name()))) {
      differences.add(differ("name", text(expected.question()), text(got.question())));
    }
  }

  private static String text(Optional<?> question) {
    return question.map(Object::toString).orElse("none");
  }

  private void edns(Entry expected, Message got, List<String> differences) {
    for (MatchRule rule : expected.match()) {
      if (rule.kind() == Kind.EDE) {
        ExtendedErrorRule.difference(rule, got).ifPresent(differences::add);
      }
      if (rule.kind() == Kind.EDNSDATA) {
        Octets wanted = expected.packet().ednsOptions().orElse(Octets.EMPTY);
        Octets present = EdnsOctets.withoutExtendedErrors(got);
        if (!wanted.equals(present)) {
          differences.add(differ("EDNS options", wanted.hex(), present.hex()));
        }
      }
    }
  }

  private static String differ(String what, Object expected, Object got) {
    return what + ": expected " + expected + ", got " + got;
  }
}
