// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks for many names at once and takes the answers as they are needed. */
public final class ResolveAsync {

  private ResolveAsync() {}

  /** Resolves the names given, or four of the demo Internet, side by side. */
  public static void main(String... args) throws IOException {
    List<String> names =
        args.length > 0
            ? List.of(args)
            : List.of("m.facebook.com", "www.grokit.ca", "blog.cloudflare.com", "bar.example.com");
    try (LoopbackInternet internet = DemoInternet.onLoopback();
        Resolver resolver = internet.recursive().build()) {
      // All the questions are under way before the first answer is waited for.
      List<CompletableFuture<String>> lines =
          names.stream()
              .map(name -> resolver.resolveAsync(name, RRType.A).thenApply(ResolveAsync::describe))
              .toList();
      lines.forEach(line -> System.out.println(line.join()));
    }
  }

  private static String describe(Answer answer) {
    return answer.question().name() + " is " + answer.canonicalName();
  }
}
