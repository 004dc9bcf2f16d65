// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.ResolverCache;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.io.StringReader;

/** Shows what a resolver remembers, carries it over to another one, and has that forget a name. */
public final class LookIntoCache {

  private LookIntoCache() {}

  /** Does so after one lookup of {@code bar.example.com}, an alias. */
  public static void main(String... args) throws IOException, TextFormatException {
    DomainName name = DomainName.of("bar.example.com.");
    Question question = new Question(name, RRType.A);
    StringBuilder text = new StringBuilder();
    try (LoopbackInternet internet = DemoInternet.onLoopback();
        Resolver first = internet.recursive().build();
        Resolver second = internet.recursive().build()) {
      first.resolve(question);
      first.cache().entries().forEach(System.out::println);
      first.cache().dump(text);

      ResolverCache cache = second.cache();
      System.out.println("loaded: " + cache.load(new StringReader(text.toString())));
      System.out.println("known: " + cache.peek(question).isPresent());
      System.out.println("forgotten: " + cache.flush(name));
      System.out.println("known: " + cache.peek(question).isPresent());
    }
  }
}
