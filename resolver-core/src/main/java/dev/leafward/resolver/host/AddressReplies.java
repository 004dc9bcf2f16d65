// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.SearchWalk.Verdict;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the DNS said of the addresses of one name: a reply for A, one for AAAA, or one of them.
 *
 * <p>Any address found is a find. Else it is the first reply that counts; but where that says no
 * more than that the name has no such records, the other one (glibc's {@code __res_context_query}
 * judges the same way).
 *
 * @param replies in the order in which the families were asked for
 */
record AddressReplies(List<Reply> replies) implements SearchWalk.Tried {

  @Override
  public Verdict verdict() {
    return has(Verdict.FOUND) ? Verdict.FOUND : decisive().verdict();
  }

  private boolean has(Verdict verdict) {
    return replies.stream().anyMatch(reply -> reply.verdict() == verdict);
  }

  private Reply decisive() {
    return replies.stream()
        .filter(reply -> reply.verdict() == Verdict.ENDED)
        .findFirst()
        .or(() -> replies.stream().filter(reply -> reply.verdict() != Verdict.NO_DATA).findFirst())
        .orElse(replies.getFirst());
  }

  /**
   * The replies as an answer.
   *
   * @throws ResolutionException if it could not be found out
   */
  HostAnswer answer(String host, HostStep step) throws ResolutionException {
    List<HostStep> steps = List.of(step);
    List<Answer.Found> found = answers(Answer.Found.class).toList();
    if (!found.isEmpty()) {
      String canonicalName = found.getFirst().canonicalName().toString();
      return new HostAnswer.Addresses(
          host,
          HostText.withoutFinalDot(canonicalName),
          found.stream().flatMap(each -> entries(host, each)).toList(),
          leastTtl(found.stream()),
          found.stream().anyMatch(Answer::isStale),
          steps);
    }
    return switch (decisive()) {
      case Reply.Failed failed -> throw failed.exception();
      case Reply.Answered(Answer.NoSuchName answer) ->
          new HostAnswer.NoSuchHost(host, OptionalLong.of(answer.ttl()), answer.isStale(), steps);
      case Reply.Answered(Answer answer) ->
          new HostAnswer.NoAddress(host, leastTtl(answers(Answer.class)), answer.isStale(), steps);
    };
  }

  private <T extends Answer> Stream<T> answers(Class<T> kind) {
    return replies.stream()
        .flatMap(reply ->
            reply instanceof Reply.Answered(Answer answer) ? Stream.of(answer) : Stream.empty())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static OptionalLong leastTtl(Stream<? extends Answer> answers) {
    return answers.mapToLong(Answer::ttl).min();
  }

  private static Stream<HostAddress> entries(String host, Answer.Found found) {
    Provenance from = new Provenance.Dns(found.canonicalName(), found.ttl(), found.isStale());
    return found.addresses().stream()
        .map(address -> new HostAddress(HostText.named(host, address), from));
  }
}
