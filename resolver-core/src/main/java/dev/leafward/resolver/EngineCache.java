// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine's cache, as callers may see it. */
final class EngineCache implements ResolverCache {

  private final Engine engine;

  EngineCache(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<Answer> peek(Question question) {
    return engine.peek(question);
  }

  @Override
  public Stream<CachedEntry> entries() {
    return engine.cache().list();
  }

  @Override
  public long octets() {
    return engine.cache().octets();
  }

  @Override
  public int flush(DomainName name) {
    engine.forgetFailures(question -> question.name().equals(name));
    return engine.cache().flush((owner, type) -> owner.equals(name) || rules(owner, type, name));
  }

  @Override
  public int flush(DomainName name, RRType type) {
    engine.forgetFailures(new Question(name, type)::equals);
    return engine
        .cache()
        .flush((owner, held) ->
            owner.equals(name) ? held == null || held.equals(type) : rules(owner, held, name));
  }

  /** Whether what is held is the denial of a name above, which may count for the names below. */
  private static boolean rules(DomainName owner, @Nullable RRType held, DomainName name) {
    return held == null && name.isBelow(owner);
  }

  @Override
  public int flushSubtree(DomainName name) {
    engine.forgetFailures(question -> question.name().isAtOrBelow(name));
    return engine
        .cache()
        .flush((owner, type) -> owner.isAtOrBelow(name) || rules(owner, type, name));
  }

  @Override
  public void dump(Appendable out) throws IOException {
    engine.dump(out);
  }

  @Override
  public int load(Reader in) throws IOException, TextFormatException {
    return engine.load(in);
  }
}
