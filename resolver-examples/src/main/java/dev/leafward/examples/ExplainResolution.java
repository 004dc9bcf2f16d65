// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Step;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;

/** Prints the way to an answer: who was asked what, and what came of it. */
public final class ExplainResolution {

  private ExplainResolution() {}

  /** Explains the name given, or {@code www.163.com}, whose servers must themselves be found. */
  public static void main(String... args) throws IOException {
    String name = args.length > 0 ? args[0] : "www.163.com";
    try (LoopbackInternet internet = DemoInternet.onLoopback();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.resolve(name, RRType.A);
      print(answer.explanation(), "");
    }
  }

  private static void print(Explanation explanation, String indent) {
    System.out.println(indent + explanation.question());
    for (Step step : explanation.steps()) {
      switch (step) {
        case Step.Exchange e ->
            System.out.println(
                indent + "  asked " + e.serverName() + " for " + e.zoneCut() + ": " + e.detail());
        case Step.CacheHit hit -> System.out.println(indent + "  remembered: " + hit.detail());
        case Step.StaleHit hit -> System.out.println(indent + "  expired: " + hit.detail());
        case Step.FailureHit hit -> System.out.println(indent + "  failed before: " + hit.detail());
        case Step.AliasFollowed alias ->
            System.out.println(indent + "  alias to " + alias.target());
        case Step.Routed routed -> System.out.println(indent + "  by " + routed.route());
        case Step.Withheld withheld -> System.out.println(indent + "  kept " + withheld.reason());
        case Step.SubLookup sub -> print(sub.explanation(), indent + "    ");
        case Step.Joined joined -> print(joined.explanation(), indent + "    ");
      }
    }
    System.out.println(indent + "  " + explanation.result());
  }
}
