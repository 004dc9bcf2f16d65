// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.answer.Failure;

/** The sentences for people whose question could not be answered: what is wrong, what to do. */
final class Complaints {

  private Complaints() {}

  /** Not one server could be reached. */
  static String unreachable(Report report, Invocation.World world) {
    return "no server could be reached for "
        + report.query().question()
        + " within "
        + TracePrinter.milliseconds(report.elapsed())
        + (report.isIntercepted() ? " (something else answers in the root servers' place)" : "")
        + ": "
        + advice(world);
  }

  private static String advice(Invocation.World world) {
    return switch (world) {
      case Invocation.World.Internet internet ->
          "let this machine send to port 53 of any address, by UDP and TCP, or use --demo,"
              + " which needs no Internet";
      case Invocation.World.Hints hints ->
          "check that the servers in "
              + hints.hints()
              + " run and serve this machine, or use --demo, which needs none";
      case Invocation.World.Forwarders forwarders ->
          "check that "
              + forwarders.text()
              + " answers this machine's questions, by UDP and TCP, or leave out --forward";
      case Invocation.World.Servers servers ->
          "check that " + servers.text() + " is a resolver that serves this machine";
      case Invocation.World.Machine machine ->
          "check the resolvers that this machine is configured to use; leafward config shows them";
      case Invocation.World.Demo demo ->
          "the demo Internet is made of loopback sockets, so check what forbids those here";
    };
  }

  /** Servers replied, but the answer could not be found out. */
  static String unresolved(Query query, Failure failure) {
    return "could not resolve "
        + query.question()
        + ": "
        + failure.sentence()
        + (query.display().trace() ? "" : "; +trace shows where");
  }
}
