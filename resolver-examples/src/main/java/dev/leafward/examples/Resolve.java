// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Looks names up and tells the three kinds of answer apart. */
public final class Resolve {

  private Resolve() {}

  /** Resolves the names given, or three that show one kind of answer each. */
  public static void main(String... args) throws IOException {
    List<String> names =
        args.length > 0 ? List.of(args) : List.of("www.163.com", "nic.uk", "nosuch.example.com");
    try (LoopbackInternet internet = DemoInternet.onLoopback();
        // On the real Internet: Resolver.recursive().build()
        Resolver resolver = internet.recursive().build()) {
      for (String name : names) {
        System.out.println(name + ": " + describe(resolver.resolve(name, RRType.A)));
      }
    }
  }

  private static String describe(Answer answer) {
    return switch (answer) {
      case Answer.Found found ->
          found.addresses().stream()
              .map(InetAddress::getHostAddress)
              .collect(Collectors.joining(", ", found.canonicalName() + " at ", ""));
      case Answer.NoData none -> "exists, but has no IPv4 address";
      case Answer.NoSuchName none -> "does not exist, for the next " + none.ttl() + " seconds";
    };
  }
}
