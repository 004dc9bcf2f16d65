// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;

/** What became of one question to the resolver: an answer or a failure, as a value. */
sealed interface Reply extends SearchWalk.Tried {

  /** How it was found. */
  Explanation explanation();

  /** What it says, in words. */
  String words();

  /** The resolver's answer. */
  record Answered(Answer answer) implements Reply {
    @Override
    public Explanation explanation() {
      return answer.explanation();
    }

    @Override
    public SearchWalk.Verdict verdict() {
      return switch (answer) {
        case Answer.Found found -> SearchWalk.Verdict.FOUND;
        case Answer.NoData noData -> SearchWalk.Verdict.NO_DATA;
        case Answer.NoSuchName noName -> SearchWalk.Verdict.NO_SUCH_NAME;
      };
    }

    @Override
    public String words() {
      String aliased = answer.aliases().isEmpty() ? "" : ", an alias of " + answer.canonicalName();
      return answer.question()
          + ": "
          + switch (answer) {
            case Answer.Found found ->
                found.rrset().rdata().size() + " found for " + answer.ttl() + " s";
            case Answer.NoData noData -> "none";
            case Answer.NoSuchName noName -> "no such name";
          }
          + aliased
          + (answer.isStale() ? ", stale" : "");
    }
  }

  /** It could not be found out. */
  record Failed(ResolutionException exception) implements Reply {
    @Override
    public Explanation explanation() {
      return exception.explanation();
    }

    @Override
    public SearchWalk.Verdict verdict() {
      return switch (exception.failure()) {
        case Failure.Interrupted interrupted -> SearchWalk.Verdict.ENDED;
        case Failure.Closed closed -> SearchWalk.Verdict.ENDED;
        case Failure.Overloaded overloaded -> SearchWalk.Verdict.ENDED;
        case Failure.DeadlineExceeded exceeded -> SearchWalk.Verdict.NO_REPLY;
        case Failure.NoUsableServer none when none.isUnreachable() -> SearchWalk.Verdict.NO_REPLY;
        default -> SearchWalk.Verdict.FAILED;
      };
    }

    @Override
    public String words() {
      return String.valueOf(exception.getMessage());
    }
  }
}
