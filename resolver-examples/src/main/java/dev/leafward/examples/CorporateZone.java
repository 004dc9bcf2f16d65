// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.LocalZoneType;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.Routes;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.rdata.RRType;

/** Resolves the Internet by itself, and the names of a company by the company's own resolvers. */
public final class CorporateZone {

  private CorporateZone() {}

  /** Looks up a name of each kind. */
  public static void main(String... args) {
    try (LoopbackInternet internet = withCompany();
        Resolver resolver =
            internet
                .recursive()
                .routes(
                    Routes.builder()
                        .forward(ForwardZone.of("corp.example", "10.0.0.53"))
                        .local(LocalZone.of("ads.example", LocalZoneType.REFUSE))
                        .localData("printer.corp.example. A 10.0.0.7")
                        .build())
                .rebindingProtection(RebindingProtection.standard().allowing("corp.example"))
                .build()) {
      print("wiki.corp.example", resolver);
      print("printer.corp.example", resolver);
      print("www.grokit.ca", resolver);
      print("tracker.ads.example", resolver);
      print("7.0.0.10.in-addr.arpa", resolver);
    }
  }

  private static void print(String name, Resolver resolver) {
    try {
      Answer answer = resolver.resolve(name, RRType.A);
      String way =
          answer.explanation().steps().stream()
              .filter(Step.Routed.class::isInstance)
              .map(step -> ((Step.Routed) step).route())
              .findFirst()
              .orElse("the root servers");
      String what =
          answer instanceof Answer.Found found
              ? "is " + found.rrset().rdata().getFirst()
              : "has no address";
      System.out.println(name + " " + what + ", by " + way);
    } catch (ResolutionException e) {
      System.out.println(name + ": " + e.failure().sentence());
    }
  }

  /** The demo Internet, and beside it a company whose server does not stand in any delegation. */
  private static LoopbackInternet withCompany() {
    LoopbackInternet internet = DemoInternet.onLoopback();
    internet
        .zone("corp.example.")
        .at("10.0.0.53")
        .text(
            """
            @    3600 SOA ns hostmaster 1 1800 900 604800 300
            @    3600 NS  ns
            ns   3600 A   10.0.0.53
            wiki 60   A   10.0.0.80
            """);
    return internet;
  }
}
