// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.testkit.simulator.Oracle.End;
import dev.leafward.testkit.simulator.Oracle.Truth;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.rdata.RRType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every answer is right, and every failure has its reason in the world or in the limits.
 *
 * <p>Where all servers on the way mean well, an answer must be what the zone data say. Where they
 * work as well, there must be one, unless the question may cost more than the limits allow. What a
 * liar says of its own names is not judged.
 */
final class AnswerCheck implements Check {

  /** A malformed, truncated or forged reply can cost a second query each time. */
  private static final int QUERIES_PER_STEP = 2;

  @Override
  public void of(Scenario scenario, Play play, Consumer<String> violations) {
    Judge judge = new Judge(scenario);
    for (RoundPlay round : play.rounds()) {
      for (Call call : round.calls()) {
        judge.judge(call, what -> violations.accept(call.caller() + ": " + what));
      }
    }
  }

  private static final class Judge {
    private final Oracle oracle;
    private final Standings standings;
    private final Effort effort;
    private final boolean hasForwarders;

    Judge(Scenario scenario) {
      oracle = new Oracle(scenario.topology());
      standings = new Standings(scenario);
      effort = new Effort(scenario.topology());
      hasForwarders = scenario.setup().detours().stream().anyMatch(each -> !each.isStub());
    }

    void judge(Call call, Consumer<String> violations) {
      Truth truth = oracle.truth(call.caller().question());
      Standing standing = standings.of(truth.names(), call.caller().question().type());
      if (!call.cameBack()) {
        violations.accept("never came back");
      } else if (standing == Standing.LYING) {
        return;
      } else if (call.answer() != null) {
        if (!isRight(call.answer(), truth)) {
          violations.accept("got " + call.outcome() + ", the truth is " + truth);
        }
      } else if (call.failure() != null && !isExplained(call, call.failure(), truth, standing)) {
        violations.accept("failed: " + call.outcome() + "; the truth is " + truth);
      }
    }

    private boolean isExplained(Call call, Failure failure, Truth truth, Standing standing) {
      return switch (failure) {
        case Failure.AliasLoop loop -> truth.end() instanceof End.Circle;
        case Failure.NameTooLong name -> truth.end() instanceof End.TooLong;
        case Failure.Interrupted interrupted -> call.caller().leavesEarly();
        case Failure.NoUsableServer none ->
            (standing != Standing.SOUND || isEndlessForForwarders(truth))
                && !(none.attempts().isEmpty() && none.lookups().isEmpty());
        case Failure.DependencyLoop loop -> standing != Standing.SOUND;
        case Failure.LimitReached limit -> standing != Standing.SOUND || mayCostTooMuch(truth);
        case Failure.DeadlineExceeded deadline ->
            standing != Standing.SOUND || isShortOfTime(call) || mayCostTooMuch(truth);
        case Failure.Overloaded overloaded -> false;
        case Failure.Refused refused -> false;
        case Failure.Dropped dropped -> false;
        case Failure.Closed closed -> false;
      };
    }

    /** A forwarder can but say that it failed. */
    private boolean isEndlessForForwarders(Truth truth) {
      return hasForwarders
          && (truth.end() instanceof End.Circle || truth.end() instanceof End.TooLong);
    }

    private static boolean isShortOfTime(Call call) {
      return call.caller().allowed().compareTo(ResolverLimits.DEFAULT.deadline()) < 0;
    }

    private boolean mayCostTooMuch(Truth truth) {
      return truth.aliases().size() > ResolverLimits.DEFAULT.aliases()
          || truth.end() instanceof End.Circle
          || effort.of(truth) * QUERIES_PER_STEP > ResolverLimits.DEFAULT.sends();
    }
  }

  private static boolean isRight(Answer answer, Truth truth) {
    return isRight(aliases(answer), truth.aliases()) && isRightEnd(answer, truth.end());
  }

  /** Without the DNAME records that make some of them. */
  private static List<RRset> aliases(Answer answer) {
    return answer.aliases().stream().filter(each -> each.type().equals(RRType.CNAME)).toList();
  }

  /** A CNAME that was asked for may come with the DNAME that makes it. */
  private static List<RRset> rrsets(Answer.Found found) {
    return found.rrsets().stream()
        .filter(each -> each.type().equals(found.question().type()))
        .toList();
  }

  private static boolean isRightEnd(Answer answer, End end) {
    return switch (answer) {
      case Answer.Found found ->
          end instanceof End.Found there
              && (answer.question().type().equals(RRType.ANY)
                  ? areAmong(found.rrsets(), there.rrsets())
                  : isRight(rrsets(found), List.copyOf(there.rrsets())));
      case Answer.NoData none ->
          end instanceof End.NoData there
              && none.soa().stream().allMatch(soa -> isRight(soa, there.soa()));
      case Answer.NoSuchName none ->
          end instanceof End.NoSuchName there
              && none.soa().stream().allMatch(soa -> isRight(soa, there.soa()));
    };
  }

  private static boolean areAmong(Collection<RRset> some, Collection<RRset> all) {
    return some.stream().allMatch(one -> all.stream().anyMatch(each -> isRight(one, each)));
  }

  private static boolean isRight(List<RRset> seen, List<RRset> there) {
    if (seen.size() != there.size()) {
      return false;
    }
    for (int i = 0; i < seen.size(); i++) {
      if (!isRight(seen.get(i), there.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The same data, for no longer than they hold. */
  private static boolean isRight(RRset seen, RRset there) {
    return seen.name().equals(there.name())
        && seen.type().equals(there.type())
        && seen.ttl() <= there.ttl()
        && seen.rdata().size() == there.rdata().size()
        && new HashSet<>(seen.rdata()).equals(new HashSet<>(there.rdata()));
  }
}
