// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.budget.UnresolvableException;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.exchange.StubExchanger;
import dev.leafward.resolver.response.Scrubber;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Question;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The source of a stub resolver: the resolvers that it is configured to ask, all of them for every
 * name.
 *
 * <p>The configuration may change at any time. What comes of a server after it was taken out,
 * answer or failure, is not used: the question goes to those that took its place.
 */
public final class StubSources extends Sources {

  private final Supplier<StubOptions> options;
  private final StubExchanger exchanger;
  private final List<LocalZone> localZones;
  private volatile StubOptions heard;
  private final AtomicInteger turns;

  /**
   * Sources.
   *
   * @param options whom to ask, and how patiently; asked again for each question
   * @param exchanger how to ask them
   * @param localZones the names that are answered on the spot
   * @param random says with which server a rotation begins
   */
  public StubSources(
      Supplier<StubOptions> options,
      StubExchanger exchanger,
      List<LocalZone> localZones,
      RandomGenerator random) {
    this.options = options;
    this.exchanger = exchanger;
    this.localZones = List.copyOf(localZones);
    this.heard = options.get();
    this.turns = new AtomicInteger(random.nextInt());
  }

  @Override
  Router router(Workings workings) {
    Scrubber scrubber = Scrubber.ofForwarders(workings.limits());
    return new Router(
        localZones, List.of(), (question, context) -> resolve(question, context, scrubber));
  }

  private Outcome resolve(Question question, Context context, Scrubber scrubber)
      throws UnresolvableException {
    while (true) {
      context.budget().checkTime();
      StubOptions asked = options.get();
      try {
        Outcome outcome = new StubLookup(this, asked, scrubber, question, context).run();
        if (!differ(asked, options.get())) {
          return outcome;
        }
      } catch (UnresolvableException e) {
        if (!(e.failure() instanceof Failure.NoUsableServer) || !differ(asked, options.get())) {
          throw e;
        }
      }
    }
  }

  /** How servers are asked. */
  StubExchanger exchanger() {
    return exchanger;
  }

  /** The place of the server with which a question begins (glibc's {@code RES_ROTATE}). */
  int firstPlace(StubOptions asked) {
    int servers = asked.servers().size();
    return asked.has(StubFlag.ROTATE) ? Math.floorMod(turns.getAndIncrement(), servers) : 0;
  }

  /**
   * The AD bit counts if that is configured, and says something of this answer if all of it has
   * just come with the bit set: the cache does not keep it.
   */
  @Override
  SecurityStatus security(Explanation found) {
    boolean allSaySo =
        options.get().has(StubFlag.TRUST_AD)
            && found.exchanges().findAny().isPresent()
            && found.steps().stream().noneMatch(Step.CacheHit.class::isInstance)
            && found.exchanges().filter(StubSources::isUsed).allMatch(StubSources::hasAd);
    return allSaySo ? SecurityStatus.SECURE : SecurityStatus.INDETERMINATE;
  }

  private static boolean isUsed(Step.Exchange exchange) {
    return switch (exchange.verdict()) {
      case ANSWERED, ALIAS, NO_DATA, NO_SUCH_NAME -> true;
      case REFERRAL, LAME, UNUSABLE, TRUNCATED, RETRIED, NO_REPLY -> false;
    };
  }

  private static boolean hasAd(Step.Exchange exchange) {
    return exchange.reply().filter(reply -> reply.header().has(HeaderFlag.AD)).isPresent();
  }

  @Override
  boolean haveChanged() {
    StubOptions now = options.get();
    boolean changed = differ(heard, now);
    if (changed) {
      heard = now;
    }
    return changed;
  }

  /** Whether others are asked, or in another way: patience makes no difference to what they say. */
  @SuppressWarnings("ReferenceEquality") // nearly always it is the same object, and soon said so
  private static boolean differ(StubOptions one, StubOptions other) {
    return one != other
        && (!one.servers().equals(other.servers()) || !one.flags().equals(other.flags()));
  }
}
