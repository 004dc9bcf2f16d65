// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.testkit.simulator.Round.Caller;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what is asked: names that exist, and such as lie above, below and beside them, with types
 * that they have and have not.
 */
final class QuestionGenerator {

  private static final List<RRType> TYPES =
      List.of(
          RRType.A,
          RRType.A,
          RRType.A,
          RRType.AAAA,
          RRType.TXT,
          RRType.MX,
          RRType.NS,
          RRType.SOA,
          RRType.CNAME,
          RRType.DNAME,
          RRType.DS,
          RRType.ANY,
          RRType.of(65_280));

  private static final Duration USUAL = Duration.ofSeconds(7);
  private static final Duration STAYS = Duration.ofDays(1);
  private static final int MOST_OCTETS = 180;

  private final Draw draw;
  private final List<ResourceRecord> records;

  QuestionGenerator(Draw draw, Topology topology) {
    this.draw = draw;
    this.records = topology.records().toList();
  }

  List<Round> generate() {
    List<Round> rounds = new ArrayList<>();
    List<Question> asked = new ArrayList<>();
    int count = draw.between(1, 5);
    for (int i = 0; i < count; i++) {
      rounds.add(round(i == 0 ? Duration.ZERO : pause(), asked));
    }
    return rounds;
  }

  private Duration pause() {
    return Duration.ofMillis(draw.oneOf(List.of(0, 0, 500, 1_500, 6_000, 70_000, 400_000)));
  }

  private Round round(Duration pause, List<Question> asked) {
    List<Caller> callers = new ArrayList<>();
    int count = draw.chance(0.6) ? 1 : draw.between(2, 6);
    for (int i = 0; i < count; i++) {
      Question question = !asked.isEmpty() && draw.chance(0.25) ? draw.oneOf(asked) : question();
      asked.add(question);
      callers.add(caller(question));
    }
    return new Round(pause, callers);
  }

  private Caller caller(Question question) {
    Duration allowed = draw.chance(0.9) ? USUAL : Duration.ofMillis(draw.between(1, 3_000));
    Duration patience = draw.chance(0.95) ? STAYS : Duration.ofMillis(draw.between(0, 500));
    return new Caller(question, allowed, patience);
  }

  private Question question() {
    ResourceRecord near = draw.oneOf(records);
    DomainName name = near.name().isWildcard() ? near.name().parent() : near.name();
    RRType type = draw.chance(0.5) ? near.type() : draw.oneOf(TYPES);
    return switch (draw.below(8)) {
      case 0 -> new Question(below(name), type);
      case 1 -> new Question(below(below(name)), type);
      case 2 -> new Question(name.isRoot() ? name : name.parent(), type);
      case 3 -> new Question(beside(name), type);
      default -> new Question(near.name().isWildcard() ? below(name) : name, type);
    };
  }

  private DomainName below(DomainName name) {
    return name.octets() > MOST_OCTETS ? name : name.child(draw.oneOf(List.of("q", "www", "a")));
  }

  private DomainName beside(DomainName name) {
    return name.isRoot() ? below(name) : below(name.parent());
  }
}
