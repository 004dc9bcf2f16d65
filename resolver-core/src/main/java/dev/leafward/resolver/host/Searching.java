// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.spi.Time;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Resolves names that may be short for others: each with the suffixes of a search list, until one
 * exists that has what was asked for, as glibc's {@code res_search} does.
 *
 * <p>A trailing dot makes a name absolute. What was found is in the answer's question: the name as
 * it was completed.
 */
public final class Searching {

  private final Resolver resolver;
  private final SearchList search;
  private final Executor executor;
  private final Time time = new SystemTime();

  private Searching(Resolver resolver, SearchList search, Executor executor) {
    this.resolver = resolver;
    this.search = search;
    this.executor = executor;
  }

  /** Searches by a list, in any resolver. */
  public static Searching over(Resolver resolver, SearchList search) {
    return over(resolver, search, Thread::startVirtualThread);
  }

  /**
   * Searches by a list, in any resolver.
   *
   * @param executor runs what is asked for without waiting. Default: a virtual thread for each
   */
  public static Searching over(Resolver resolver, SearchList search, Executor executor) {
    return new Searching(resolver, search, executor);
  }

  /**
   * Finds the records of a name. Every candidate has the resolver's own deadline.
   *
   * @param name in presentation form; absolute if it ends in a dot
   * @return the answer for the first candidate that has such records; if none has, the answer for
   *     the one that glibc would report: the name as it is where that was tried first, else one
   *     that exists, else the last one
   * @throws dev.leafward.wire.name.InvalidNameException if it is no name
   * @throws ResolutionException if no candidate has such records, and for the one to be reported it
   *     could not be found out
   */
  public Answer resolve(String name, RRType type) throws ResolutionException {
    return resolve(name, type, new Inquiries(resolver, time, null));
  }

  /**
   * As {@link #resolve(String, RRType)}.
   *
   * @param deadline the time that all candidates may take together
   * @throws ResolutionException alike
   */
  public Answer resolve(String name, RRType type, Duration deadline) throws ResolutionException {
    return resolve(name, type, new Inquiries(resolver, time, deadline));
  }

  private Answer resolve(String name, RRType type, Inquiries inquiries) throws ResolutionException {
    Reply reply =
        SearchWalk.walk(search, name, candidate -> inquiries.ask(new Question(candidate, type)));
    return switch (reply) {
      case Reply.Answered answered -> answered.answer();
      case Reply.Failed failed -> throw failed.exception();
    };
  }

  /**
   * As {@link #resolve(String, RRType)} without waiting.
   *
   * @return a future that fails with what {@code resolve} throws; to cancel it ends the work
   */
  public CompletableFuture<Answer> resolveAsync(String name, RRType type) {
    return Background.call(executor, () -> resolve(name, type));
  }
}
