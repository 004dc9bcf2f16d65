// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.ResolverCache;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.resolver.cache.Records;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A resolver that says what it was told to: a name that it has records of exists, all others do
 * not.
 */
final class FakeResolver implements Resolver {
  private final Map<Question, RRset> records = new HashMap<>();
  private final Map<Question, Failure> failures = new HashMap<>();
  private final Set<DomainName> names = new HashSet<>();
  private final List<String> asked = new ArrayList<>();

  /** Adds an RRset, as the lines of a zone file. */
  FakeResolver with(String... lines) {
    RRset rrset = Records.rrset(lines);
    records.put(new Question(rrset.name(), rrset.type()), rrset);
    names.add(rrset.name());
    return this;
  }

  /** A name that exists, without records. */
  FakeResolver withName(String name) {
    names.add(DomainName.of(name));
    return this;
  }

  /** Fails as if servers had replied that they cannot tell. */
  FakeResolver failing(String question) {
    return failing(question, true);
  }

  /** Fails as if no server had replied. */
  FakeResolver silent(String question) {
    return failing(question, false);
  }

  private FakeResolver failing(String text, boolean replied) {
    Question question = Records.question(text);
    Failure.Attempt attempt =
        new Failure.Attempt(
            DomainName.ROOT, InetAddress.getLoopbackAddress(), 53, "did nothing of use", replied);
    return failing(
        text, new Failure.NoUsableServer(DomainName.ROOT, question, List.of(attempt), Map.of()));
  }

  FakeResolver failing(String question, Failure failure) {
    failures.put(Records.question(question), failure);
    return this;
  }

  /** What it was asked, in order, such as {@code "www.example. A"}. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Answer resolve(Question question) throws ResolutionException {
    asked.add(question.name() + " " + question.type());
    Failure failure = failures.get(question);
    if (failure != null) {
      throw new ResolutionException(failure, explanation(question));
    }
    return answer(question);
  }

  private Answer answer(Question question) {
    List<RRset> aliases = new ArrayList<>();
    DomainName name = question.name();
    RRset alias = records.get(new Question(name, RRType.CNAME));
    while (alias != null) {
      aliases.add(alias);
      name = alias.as(CNAME.class).getFirst().target();
      alias = records.get(new Question(name, RRType.CNAME));
    }
    RRset found = records.get(new Question(name, question.type()));
    Explanation how = explanation(question);
    SecurityStatus security = SecurityStatus.INDETERMINATE;
    if (found != null) {
      return new Answer.Found(question, aliases, List.of(found), security, how);
    }
    return names.contains(name)
        ? new Answer.NoData(question, aliases, Optional.empty(), security, how)
        : new Answer.NoSuchName(question, aliases, Optional.empty(), security, how);
  }

  private static Explanation explanation(Question question) {
    return new Explanation(question, List.of(), "as told");
  }

  @Override
  public Answer resolve(Question question, Duration deadline) throws ResolutionException {
    return resolve(question);
  }

  @Override
  public Answer resolve(Question question, Duration deadline, ResolutionListener listener)
      throws ResolutionException {
    return resolve(question);
  }

  @Override
  public CompletableFuture<Answer> resolveAsync(Question question) {
    try {
      return CompletableFuture.completedFuture(resolve(question));
    } catch (ResolutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<Answer> resolveAsync(Question question, Duration deadline) {
    return resolveAsync(question);
  }

  @Override
  public ResolverCache cache() {
    throw new UnsupportedOperationException("it remembers nothing");
  }

  @Override
  public void close() {}
}
