// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.config.QnameMinimisation;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.io.TextFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The resolvers of one run: one for each manner of asking, so that questions asked alike share a
 * cache, as the trace of the second one then shows.
 */
final class ResolverPool implements Asker {
  private final BuilderSource source;
  private final Runnable onClose;
  private final Map<Query.Manner, Resolver> resolvers = new HashMap<>();

  private ResolverPool(BuilderSource source, Runnable onClose) {
    this.source = source;
    this.onClose = onClose;
  }

  /**
   * Makes ready to resolve in a world.
   *
   * @throws IOException if the hints cannot be read
   */
  static ResolverPool open(Invocation.World world) throws IOException {
    return switch (world) {
      case Invocation.World.Internet internet -> new ResolverPool(Resolver::recursive, () -> {});
      case Invocation.World.Hints hints -> {
        String text = read(hints.hints());
        yield new ResolverPool(() -> withHints(text, hints.hints()), () -> {});
      }
      case Invocation.World.Demo ignored -> {
        LoopbackInternet demo = DemoInternet.onLoopback();
        yield new ResolverPool(demo::recursive, demo::close);
      }
    };
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file + " to read root hints from", e);
    } catch (IOException e) {
      throw new IOException("the root hints in " + file + " cannot be read: " + e, e);
    }
  }

  private static RecursiveBuilder withHints(String text, Path file) throws IOException {
    try {
      return Resolver.recursive().hints(text);
    } catch (TextFormatException e) {
      throw new IOException(
          file + " does not hold root hints as IANA's named.root does: " + e.getMessage(), e);
    }
  }

  @Override
  public Answer ask(Query query) throws IOException {
    Resolver resolver = resolvers.get(query.manner());
    if (resolver == null) {
      resolver = build(query.manner());
      resolvers.put(query.manner(), resolver);
    }
    return resolver.resolve(query.question(), query.deadline());
  }

  private Resolver build(Query.Manner manner) throws IOException {
    RecursiveBuilder builder = source.begin();
    if (manner.tcpOnly()) {
      builder.tcpOnly();
    }
    if (manner.edns()) {
      builder.ednsPayloadSize(manner.bufsize());
    } else {
      builder.withoutEdns();
    }
    if (manner.dnssec()) {
      builder.requestDnssecRecords();
    }
    if (!manner.qmin()) {
      builder.qnameMinimisation(QnameMinimisation.OFF);
    }
    return builder.build();
  }

  @Override
  public void close() {
    resolvers.values().forEach(Resolver::close);
    onClose.run();
  }

  /** Begins resolvers of one world. */
  @FunctionalInterface
  private interface BuilderSource {
    RecursiveBuilder begin() throws IOException;
  }
}
