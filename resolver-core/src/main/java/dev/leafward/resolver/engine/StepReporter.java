// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.delegation.ZoneCut;
import dev.leafward.resolver.exchange.ExchangeResult;
import dev.leafward.resolver.exchange.Try;
import dev.leafward.resolver.exchange.TryKind;
import dev.leafward.resolver.response.ScrubbedReply;
import dev.leafward.resolver.response.Verdict;
import dev.leafward.wire.message.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells the recorder what an exchange with a server came to: one step for each message sent. */
final class StepReporter {

  private final Recorder recorder;
  private final Question asked;
  private final ZoneCut cut;

  StepReporter(Recorder recorder, Question asked, ZoneCut cut) {
    this.recorder = recorder;
    this.asked = asked;
    this.cut = cut;
  }

  /** Reports every try that did not bring the reply that was used. */
  void earlierTries(ExchangeResult result) {
    List<Try> tries = result.tries();
    int unused = result.reply() == null ? tries.size() : tries.size() - 1;
    for (int i = 0; i < unused; i++) {
      Try each = tries.get(i);
      String next = i + 1 < tries.size() ? "; next " + form(each, tries.get(i + 1)) : "";
      report(each, judgement(each.kind()), each.what() + next, List.of());
    }
  }

  private static String form(Try before, Try next) {
    if (!next.server().equals(before.server())) {
      return "from " + next.server();
    }
    boolean dropsEdns = before.form().edns() && !next.form().edns();
    return "over " + next.protocol() + (dropsEdns ? " without EDNS" : "");
  }

  /** Reports the try that brought the reply, with what the reply means. */
  void verdict(ExchangeResult result, ScrubbedReply scrubbed, Verdict verdict) {
    report(result.tries().getLast(), judgement(verdict), verdict.words(), scrubbed.rejections());
  }

  /** The same where the question was shortened: there is no cut where the servers answer it. */
  void stepVerdict(ExchangeResult result, ScrubbedReply scrubbed, Verdict verdict) {
    String words =
        verdict instanceof Verdict.Conclusive
            ? "no zone cut here: " + verdict.words()
            : verdict.words();
    report(result.tries().getLast(), judgement(verdict), words, scrubbed.rejections());
  }

  private void report(
      Try each, Step.Judgement judgement, String detail, List<Rejection> rejections) {
    recorder.step(
        new Step.Exchange(
            asked,
            cut.zone(),
            each.server().name(),
            each.server().address(),
            each.server().port(),
            each.protocol(),
            Duration.ofNanos(each.elapsedNanos()),
            each.octets(),
            judgement,
            detail,
            rejections,
            Optional.ofNullable(each.reply())));
  }

  private static Step.Judgement judgement(TryKind kind) {
    return switch (kind) {
      case TRUNCATED -> Step.Judgement.TRUNCATED;
      case REPLIED,
          TOO_LONG,
          EDNS_REFUSED,
          CASE_CHANGED,
          COOKIE_MISSING,
          COOKIE_WANTED,
          GUESSED_AT ->
          Step.Judgement.RETRIED;
      case TIMED_OUT,
          OVERTAKEN,
          CUT_SHORT,
          UNREACHABLE,
          NO_ROUTE,
          CONNECTION_BROKEN,
          CONNECTION_STALE,
          LOCAL_FAULT ->
          Step.Judgement.NO_REPLY;
    };
  }

  private static Step.Judgement judgement(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Conclusive conclusive -> Words.judgement(conclusive.outcome());
      case Verdict.Referral referral -> Step.Judgement.REFERRAL;
      case Verdict.DoubtfulReferral referral -> Step.Judgement.REFERRAL;
      case Verdict.Lame lame -> Step.Judgement.LAME;
      case Verdict.Unusable unusable -> Step.Judgement.UNUSABLE;
      case Verdict.Doubtful doubtful -> Step.Judgement.UNUSABLE;
      case Verdict.TooLong tooLong -> Step.Judgement.UNUSABLE;
    };
  }
}
