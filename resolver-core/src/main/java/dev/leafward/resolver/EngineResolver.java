// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The front door of the engine: blocking and not, and the end of both. */
final class EngineResolver implements Resolver {

  private final Engine engine;
  private final ResolverCache cache;
  private final Supplier<Duration> deadline;
  private final Executor executor;
  private final ResolutionListener listener;
  private final Runnable onClose;
  private volatile boolean closed;

  /**
   * A front door.
   *
   * @param deadline the time that a question may take where the caller names none
   */
  EngineResolver(Engine engine, Supplier<Duration> deadline, Ground ground) {
    this.engine = engine;
    this.cache = new EngineCache(engine);
    this.deadline = deadline;
    this.executor = ground.tasks();
    this.listener = ground.listener();
    this.onClose = ground.atClose();
  }

  @Override
  public Answer resolve(Question question) throws ResolutionException {
    return resolve(question, deadline.get());
  }

  @Override
  public Answer resolve(Question question, Duration allowed) throws ResolutionException {
    return resolve(question, allowed, listener);
  }

  @Override
  public Answer resolve(Question question, Duration allowed, ResolutionListener watcher)
      throws ResolutionException {
    requireResolvable(question);
    if (closed) {
      throw closed(question);
    }
    return engine.resolve(question, allowed, watcher);
  }

  @Override
  public CompletableFuture<Answer> resolveAsync(Question question) {
    return resolveAsync(question, deadline.get());
  }

  @Override
  public CompletableFuture<Answer> resolveAsync(Question question, Duration allowed) {
    requireResolvable(question);
    if (closed) {
      return CompletableFuture.failedFuture(closed(question));
    }
    try {
      Optional<Answer> cached = engine.resolveFromCache(question, listener);
      return cached.isPresent()
          ? CompletableFuture.completedFuture(cached.get())
          : resolveApart(question, allowed);
    } catch (ResolutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Answer> resolveApart(Question question, Duration allowed) {
    CompletableFuture<Answer> result = new CompletableFuture<>();
    FutureTask<Void> task =
        new FutureTask<>(() -> {
          try {
            result.complete(resolve(question, allowed));
          } catch (ResolutionException | RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
          return null;
        });
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      Failure failure = closed ? new Failure.Closed() : new Failure.Overloaded();
      return CompletableFuture.failedFuture(ResolutionException.withoutSteps(question, failure));
    }
    var unused = result.whenComplete((answer, failure) -> task.cancel(result.isCancelled()));
    return result;
  }

  /** Zone transfers, OPT and the like are no questions about records (RFC 6895 section 3.1). */
  private static void requireResolvable(Question question) {
    if (question.type().isMeta() && !question.type().equals(RRType.ANY)) {
      throw new IllegalArgumentException(question.type() + " is not a type of records to look up");
    }
    if (!question.rrClass().equals(RRClass.IN)) {
      throw new IllegalArgumentException(
          "only class IN can be resolved, not " + question.rrClass());
    }
  }

  private static ResolutionException closed(Question question) {
    return ResolutionException.withoutSteps(question, new Failure.Closed());
  }

  @Override
  public ResolverCache cache() {
    return cache;
  }

  @Override
  public void close() {
    closed = true;
    engine.close();
    onClose.run();
  }
}
