// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.ReverseName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Answers questions about names, and says how it found the answers.
 *
 * <pre>{@code
 * try (Resolver resolver = Resolver.recursive().build()) {
 *   Answer answer = resolver.resolve("www.example.com", RRType.AAAA);
 * }
 * }</pre>
 *
 * <p>A resolver is made once and used by many threads; it holds a cache, and threads and sockets
 * only while it works. The blocking methods may be called on virtual threads. Interrupting the
 * caller ends its wait with a {@link ResolutionException}, the thread's interrupt status kept.
 */
public interface Resolver extends AutoCloseable {

  /** Begins a resolver that asks the authorities itself, from the root downwards. */
  static RecursiveBuilder recursive() {
    return new RecursiveBuilder();
  }

  /** Begins a resolver that has other resolvers find the answers, as programs have theirs. */
  static StubBuilder stub() {
    return new StubBuilder();
  }

  /**
   * Finds the answer to a question, within the resolver's own deadline.
   *
   * @throws IllegalArgumentException if the type is none of records, as AXFR, or the class is not
   *     IN
   * @throws ResolutionException if it cannot be found out
   */
  Answer resolve(Question question) throws ResolutionException;

  /**
   * Finds the answer to a question.
   *
   * @param deadline the time that it may take
   * @throws ResolutionException if it cannot be found out
   */
  Answer resolve(Question question, Duration deadline) throws ResolutionException;

  /**
   * Finds the answer to a question while somebody watches.
   *
   * @param deadline the time that it may take
   * @param listener hears each step as it happens
   * @throws ResolutionException if it cannot be found out
   */
  Answer resolve(Question question, Duration deadline, ResolutionListener listener)
      throws ResolutionException;

  /**
   * Finds the records of a name.
   *
   * @param name the name in presentation form, with or without the final dot: always absolute
   * @throws dev.leafward.wire.name.InvalidNameException if it is no name
   * @throws ResolutionException if it cannot be found out
   */
  default Answer resolve(String name, RRType type) throws ResolutionException {
    return resolve(new Question(DomainName.of(name), type));
  }

  /**
   * Finds the names of an address: its PTR records (RFC 1035 section 3.5, RFC 3596 section 2.5).
   *
   * @throws ResolutionException if it cannot be found out
   */
  default Answer reverse(InetAddress address) throws ResolutionException {
    return resolve(new Question(ReverseName.of(address), RRType.PTR));
  }

  /**
   * Finds the answer to a question without waiting. An answer in the cache is there at once,
   * without another thread.
   *
   * @param deadline the time that it may take
   * @return a future that fails with a {@link ResolutionException} if the answer cannot be found
   *     out; to cancel it ends the work, unless others wait for it too
   */
  CompletableFuture<Answer> resolveAsync(Question question, Duration deadline);

  /** As {@link #resolveAsync(Question, Duration)}, within the resolver's own deadline. */
  CompletableFuture<Answer> resolveAsync(Question question);

  /**
   * As {@link #resolveAsync(Question)}.
   *
   * @throws dev.leafward.wire.name.InvalidNameException if it is no name
   */
  default CompletableFuture<Answer> resolveAsync(String name, RRType type) {
    return resolveAsync(new Question(DomainName.of(name), type));
  }

  /** What this resolver remembers. */
  ResolverCache cache();

  /**
   * Ends all work within a second: whoever waits gets a {@link ResolutionException}, as does
   * whoever asks afterwards. To close again does nothing.
   */
  @Override
  void close();
}
