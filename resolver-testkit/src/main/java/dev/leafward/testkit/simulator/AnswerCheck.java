// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.simulator.Moment.Prospect;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every answer is right, and every failure has its reason in the world or in the limits.
 *
 * <p>Where all servers on the way mean well, an answer must be what the zone data say, or said
 * before for as long as the TTL allows; or for as long as stale data may be served, if it is marked
 * as stale. Where they work as well, there must be one, unless the question may cost more than the
 * limits allow. What a liar says of its own names is not judged.
 */
final class AnswerCheck implements Check {

  /** A malformed, truncated or forged reply can cost a second query each time. */
  private static final int QUERIES_PER_STEP = 2;

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    Judge judge = new Judge(scenario);
    for (int i = 0; i < play.rounds().size(); i++) {
      RoundPlay round = play.rounds().get(i);
      Moment moment = new Moment(scenario, play, i, round.begunNanos());
      for (Call call : round.calls()) {
        judge.judge(call, moment, what -> violations.accept(call.caller() + ": " + what));
      }
    }
  }

  private static final class Judge {
    private final Standings standings;
    private final Effort effort;
    private final boolean hasForwarders;

    Judge(Scenario scenario) {
      standings = new Standings(scenario);
      effort = new Effort(scenario.topology());
      hasForwarders = scenario.setup().detours().stream().anyMatch(each -> !each.isStub());
    }

    void judge(Call call, Moment moment, Consumer<String> violations) {
      Question question = call.caller().question();
      Prospect prospect = moment.prospect(question);
      Standing standing = standings.of(prospect.names(), question.type());
      if (!call.cameBack()) {
        violations.accept("never came back");
      } else if (standing == Standing.LYING) {
        return;
      } else if (call.answer() != null) {
        if (!isRight(call.answer(), moment)) {
          violations.accept(
              "got " + call.outcome() + ", the truth is " + moment.present().truth(question));
        }
      } else if (call.failure() != null && !isExplained(call, call.failure(), prospect, standing)) {
        violations.accept(
            "failed: " + call.outcome() + "; the truth is " + moment.present().truth(question));
      }
    }

    private boolean isExplained(Call call, Failure failure, Prospect prospect, Standing standing) {
      return switch (failure) {
        case Failure.AliasLoop loop -> prospect.returns();
        case Failure.NameTooLong name -> prospect.tooLong();
        case Failure.Interrupted interrupted -> call.caller().leavesEarly();
        case Failure.NoUsableServer none ->
            // A forwarder that runs in a circle can but say that it failed.
            (standing != Standing.SOUND || (hasForwarders && prospect.isEndless()))
                && !(none.attempts().isEmpty() && none.lookups().isEmpty());
        case Failure.DependencyLoop loop -> standing != Standing.SOUND;
        case Failure.LimitReached limit -> standing != Standing.SOUND || mayCostTooMuch(prospect);
        case Failure.DeadlineExceeded deadline ->
            standing != Standing.SOUND || isShortOfTime(call) || mayCostTooMuch(prospect);
        case Failure.Overloaded overloaded -> false;
        case Failure.Refused refused -> false;
        case Failure.Dropped dropped -> false;
        case Failure.Closed closed -> false;
      };
    }

    private static boolean isShortOfTime(Call call) {
      return call.caller().allowed().compareTo(ResolverLimits.DEFAULT.deadline()) < 0;
    }

    private boolean mayCostTooMuch(Prospect prospect) {
      return prospect.names().size() - 1 > ResolverLimits.DEFAULT.aliases()
          || prospect.returns()
          || effort.of(prospect.names()) * QUERIES_PER_STEP > ResolverLimits.DEFAULT.sends();
    }
  }

  private static boolean isRight(Answer answer, Moment moment) {
    RRType type = answer.question().type();
    DomainName name = answer.question().name();
    boolean stale = answer.isStale();
    for (RRset alias : aliases(answer)) {
      if (!moment.isAlias(name, type, alias, stale)) {
        return false;
      }
      name = alias.as(CNAME.class).getFirst().target();
    }
    return switch (answer) {
      case Answer.Found found -> moment.isFound(name, type, rrsets(found), stale);
      case Answer.NoData none -> moment.isNoData(name, type, none.soa(), stale);
      case Answer.NoSuchName none -> moment.isNoSuchName(name, type, none.soa(), stale);
    };
  }

  /** Without the DNAME records that make some of them. */
  private static List<RRset> aliases(Answer answer) {
    return answer.aliases().stream().filter(each -> each.type().equals(RRType.CNAME)).toList();
  }

  /** A CNAME that was asked for may come with the DNAME that makes it. */
  private static List<RRset> rrsets(Answer.Found found) {
    RRType type = found.question().type();
    return found.rrsets().stream()
        .filter(each -> type.equals(RRType.ANY) || each.type().equals(type))
        .toList();
  }
}
