// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.resolver.budget.Budget;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.CacheDump;
import dev.leafward.resolver.cache.CacheLoader;
import dev.leafward.resolver.cache.FailureCache;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.RRsetCache;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.cache.TtlPolicy;
import dev.leafward.resolver.config.CacheOptions;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Question;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Wires a resolver together, once, and takes questions.
 *
 * <p>The way of a question is {@link AliasChaser}, {@link Lookup}, {@link Router}, {@link Source},
 * in this order; iteration needs the chaser again for the addresses of name servers, which is the
 * one circle, and is closed here.
 */
public final class Engine implements AutoCloseable {

  private final ResolverLimits limits;
  private final Time time;
  private final Sources sources;
  private final RRsetCache cache;
  private final FailureCache failureCache;
  private final FailureMemory failures;
  private final StaleAnswers stale;
  private final InFlight inFlight;
  private final Lookup lookup;
  private final AliasChaser chaser;
  private final RebindingGuard rebinding;

  /**
   * An engine.
   *
   * @param cacheOptions how the cache treats what it is given
   * @param secrets where keys come from that outsiders must not know
   * @param sources where what the cache does not have comes from
   * @param protection what addresses public names may not have
   * @param executor runs the work that callers share
   */
  public Engine(
      ResolverLimits limits,
      CacheOptions cacheOptions,
      Time time,
      RandomGenerator secrets,
      Sources sources,
      RebindingProtection protection,
      Executor executor) {
    this.limits = limits;
    this.time = time;
    this.sources = sources;
    this.cache = new RRsetCache(limits, cacheOptions, time, secrets);
    Router router =
        sources.router(new Workings(cache, limits, time, this::lookUp, this::chaseNameServer));
    this.rebinding = new RebindingGuard(protection, router::isLocal);
    this.inFlight = new InFlight(executor, limits.waiters(), limits.refreshes());
    this.failureCache = new FailureCache(cacheOptions.failureTtl(), limits.failures(), time);
    this.failures = new FailureMemory(failureCache, limits.deadline());
    this.stale = staleAnswers(cacheOptions, router);
    this.lookup =
        new Lookup(
            cache,
            inFlight,
            router,
            new TtlCap(new TtlPolicy(limits, cacheOptions)),
            failures,
            stale,
            cacheOptions.prefetch(),
            cacheOptions.denialReach());
    this.chaser = new AliasChaser(lookup, limits.aliases());
  }

  private StaleAnswers staleAnswers(CacheOptions options, Router router) {
    FailureCache failedRefreshes = new FailureCache(options.failureTtl(), limits.failures(), time);
    return new StaleAnswers(
        options.serveStale(),
        cache,
        failures,
        failedRefreshes,
        router::mayAnswer,
        limits.deadline());
  }

  private Outcome lookUp(Question question, Context context) throws UnresolvableException {
    return lookup.find(question, context);
  }

  private AliasChaser.Chased chaseNameServer(Question question, Context context)
      throws UnresolvableException {
    return chaser.chase(question, context);
  }

  /**
   * Finds the answer to a question.
   *
   * @param allowed the time that it may take
   * @throws ResolutionException if it cannot be found out
   */
  public Answer resolve(Question question, Duration allowed, ResolutionListener listener)
      throws ResolutionException {
    keepUp();
    CallersListener callers = new CallersListener(listener);
    Recorder recorder = new Recorder(question, callers);
    Outdated outdated = new Outdated();
    try {
      Budget budget = Budget.open(limits, time, allowed);
      AliasChaser.Chased chased =
          chase(question, Context.ofCaller(budget, recorder, outdated), outdated);
      Answer answer = answer(question, chased, recorder);
      failures.endSeries(question);
      return answer;
    } catch (UnresolvableException e) {
      failures.note(question, e, FailureMemory.Effort.WHOLE);
      throw failed(e.failure(), recorder);
    } finally {
      callers.leave();
      refresh(outdated);
    }
  }

  /** Forgets what was heard of those who are not asked any more. */
  private void keepUp() {
    if (sources.haveChanged()) {
      cache.flush((name, type) -> true);
      forgetFailures(question -> true);
    }
  }

  /** What a caller's question comes to; fails at once if it did so a short while ago. */
  private AliasChaser.Chased chase(Question question, Context context, Outdated outdated)
      throws UnresolvableException {
    if (failures.has(question)) {
      Optional<AliasChaser.Chased> held =
          chaser.chaseInCache(question, Trust.ANSWER, context.recorder(), outdated);
      if (held.isPresent()) {
        return held.get();
      }
      failures.check(question, context.recorder());
    }
    return chaser.chase(question, context);
  }

  /** Looks up anew, for the cache, what a caller was answered from there. */
  private void refresh(Outdated outdated) {
    for (Question question : outdated.questions()) {
      Budget budget = Budget.open(limits, time, limits.deadline());
      Recorder nobody = new Recorder(question, ResolutionListener.SILENT);
      inFlight.begin(question, Context.of(budget, nobody), lookup::refresh);
    }
  }

  /**
   * The answer to a question if the cache has all of it. The listener hears of it only then.
   *
   * @throws ResolutionException if what the cache has is no answer: aliases in a circle
   */
  public Optional<Answer> resolveFromCache(Question question, ResolutionListener listener)
      throws ResolutionException {
    keepUp();
    Recorder recorder = new Recorder(question, ResolutionListener.SILENT);
    Outdated outdated = new Outdated();
    try {
      Optional<Answer> answer =
          chaser
              .chaseInCache(question, Trust.ANSWER, recorder, outdated)
              .map(chased -> answer(question, chased, recorder));
      if (answer.isPresent()) {
        answer.get().explanation().steps().forEach(new CallersListener(listener)::step);
        refresh(outdated);
      }
      return answer;
    } catch (UnresolvableException e) {
      throw failed(e.failure(), recorder);
    }
  }

  /** The answer to a question if the cache has all of it; nobody hears of it. */
  public Optional<Answer> peek(Question question) {
    keepUp();
    Recorder recorder = new Recorder(question, ResolutionListener.SILENT);
    try {
      return chaser
          .chaseInCache(question, Trust.ANSWER, recorder, new Outdated())
          .map(chased -> answer(question, chased, recorder));
    } catch (UnresolvableException e) {
      return Optional.empty();
    }
  }

  /** What is known. */
  public RRsetCache cache() {
    return cache;
  }

  /** Forgets that questions could not be answered, or not be looked up anew. */
  public void forgetFailures(Predicate<Question> fits) {
    failureCache.forgetIf(fits);
    stale.forgetIf(fits);
  }

  /** Writes what is known as text, see {@link CacheDump}. */
  public void dump(Appendable out) throws IOException {
    CacheDump.write(cache.list(), time.wallClock(), out);
  }

  /**
   * Takes in what {@link #dump} has written.
   *
   * @return how many entries still held
   */
  public int load(Reader in) throws IOException, TextFormatException {
    return new CacheLoader(in, time.wallClock(), cache::restore).load();
  }

  private static ResolutionException failed(Failure failure, Recorder recorder) {
    return new ResolutionException(failure, recorder.explanation(failure.sentence()));
  }

  private Answer answer(Question question, AliasChaser.Chased chased, Recorder recorder) {
    Outcome outcome = rebinding.pass(question, chased, recorder);
    Explanation explanation = recorder.explanation(Words.of(outcome));
    SecurityStatus security = sources.security(explanation);
    return switch (outcome) {
      case Outcome.Positive found ->
          new Answer.Found(question, chased.aliases(), found.rrsets(), security, explanation);
      case Outcome.NoData none ->
          new Answer.NoData(question, chased.aliases(), none.soa(), security, explanation);
      case Outcome.NoSuchName none ->
          new Answer.NoSuchName(question, chased.aliases(), none.soa(), security, explanation);
      case Outcome.Alias alias -> throw new IllegalStateException("aliases are followed");
    };
  }

  /** Ends all work: those who wait learn that the resolver is closed. */
  @Override
  public void close() {
    inFlight.close();
  }
}
