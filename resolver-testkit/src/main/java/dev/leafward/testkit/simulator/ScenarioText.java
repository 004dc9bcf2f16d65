// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.answer.Step;
import dev.leafward.testkit.simulation.SimulatedExchange;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.rdata.Octets;
import java.io.PrintStream;

/** Prints a seed's world, its questions and what came of them, for whoever looks for a mistake. */
final class ScenarioText {

  private ScenarioText() {}

  static void print(Scenario scenario, Play play, Report report, PrintStream out) {
    out.println("seed " + scenario.seed() + ", " + scenario.setup());
    out.println("every way: " + scenario.weather());
    for (Plot plot : scenario.topology().plots()) {
      String shaky = scenario.topology().isShaky(plot) ? ", not in order" : "";
      out.println("zone " + plot.origin() + " at " + plot.servers() + shaky);
      plot.records().forEach(each -> out.println("  " + each));
    }
    scenario
        .behaviours()
        .forEach((server, behaviour) -> out.println("server " + server + " " + behaviour.name()));
    for (SimulatedExchange each : play.exchanges()) {
      out.println(each + ": " + brief(each.query()));
      each.arrivals().forEach(arrival -> out.println("    " + brief(arrival.message())));
    }
    for (Step.Exchange each : play.steps()) {
      out.println(
          "asked "
              + each.asked()
              + " of "
              + each.serverName()
              + " ("
              + each.server()
              + ") for "
              + each.zoneCut()
              + ": "
              + each.detail());
    }
    for (int i = 0; i < play.rounds().size(); i++) {
      Play.RoundPlay round = play.rounds().get(i);
      print(scenario.history().of(i), out);
      out.println(
          "round: "
              + round.sends()
              + " sent, "
              + round.octets()
              + " octets received, from "
              + round.begunNanos() / 1_000_000
              + " ms on");
      for (Call call : round.calls()) {
        out.println(
            "  " + call.caller() + " -> " + call.took().toMillis() + " ms " + call.outcome());
      }
    }
    play.breakdown().ifPresent(cause -> cause.printStackTrace(out));
    report.violations().forEach(each -> out.println("VIOLATION: " + each));
  }

  private static void print(History.Age age, PrintStream out) {
    for (Plot plot : age.changed()) {
      out.println("zone " + plot.origin() + " has changed");
      plot.records().forEach(each -> out.println("  " + each));
    }
    if (!age.unreachable().isEmpty()) {
      out.println("out of reach: " + age.unreachable());
    }
  }

  private static String brief(Octets octets) {
    try {
      String text = MessageCodec.decode(octets.toArray()).toString().replace('\n', ' ');
      return text.length() > 600 ? text.substring(0, 600) + "..." : text;
    } catch (WireFormatException e) {
      return "no message: " + e.getMessage();
    }
  }
}
