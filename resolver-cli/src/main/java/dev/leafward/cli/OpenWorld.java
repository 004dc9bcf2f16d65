// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.Routes;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.io.TextFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An Internet that recursive resolvers can be built for, until it is closed. */
final class OpenWorld implements AutoCloseable {
  private final BuilderSource source;
  private final Runnable onClose;

  private OpenWorld(BuilderSource source, Runnable onClose) {
    this.source = source;
    this.onClose = onClose;
  }

  /**
   * Makes ready to resolve in a world.
   *
   * @throws IOException if the hints cannot be read; its message says why, in words for people
   */
  static OpenWorld of(Invocation.World world) throws IOException {
    return switch (world) {
      case Invocation.World.Internet internet -> new OpenWorld(Resolver::recursive, () -> {});
      case Invocation.World.Hints hints -> {
        String text = read(hints.hints());
        yield new OpenWorld(() -> withHints(text, hints.hints()), () -> {});
      }
      case Invocation.World.Forwarders forwarders -> {
        String[] servers =
            forwarders.servers().stream().map(UpstreamServer::toString).toArray(String[]::new);
        yield new OpenWorld(
            () -> Resolver.recursive().routes(Routes.forwardAll(servers)), () -> {});
      }
      case Invocation.World.Servers servers -> throw notRecursive(servers);
      case Invocation.World.Machine machine -> throw notRecursive(machine);
      case Invocation.World.Demo ignored -> {
        LoopbackInternet demo = DemoInternet.onLoopback();
        yield new OpenWorld(demo::recursive, demo::close);
      }
    };
  }

  private static IllegalArgumentException notRecursive(Invocation.World world) {
    return new IllegalArgumentException("no recursion in " + world);
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

  /**
   * Begins a resolver of this world.
   *
   * @throws IOException if the hints are none; its message says why, in words for people
   */
  RecursiveBuilder begin() throws IOException {
    return source.begin();
  }

  @Override
  public void close() {
    onClose.run();
  }

  /** Begins resolvers of one world. */
  @FunctionalInterface
  private interface BuilderSource {
    RecursiveBuilder begin() throws IOException;
  }
}
