// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.cli.text.Printable;
import dev.leafward.resolver.host.AddressNames;
import dev.leafward.resolver.host.DestinationOrder;
import dev.leafward.resolver.host.HostAnswer;
import dev.leafward.resolver.host.HostStep;
import dev.leafward.resolver.host.Provenance;
import java.io.PrintStream;
import java.util.List;

/**
 * Prints hosts as a hosts file has them, an address and a name on each line, and behind a semicolon
 * where they are from. What else there is to say has lines that begin with one.
 */
final class HostPrinter {
  private final PrintStream out;

  HostPrinter(PrintStream out) {
    this.out = out;
  }

  /** Prints the addresses of a host, or that it has none. */
  void print(HostAnswer answer) {
    switch (answer) {
      case HostAnswer.Addresses found -> {
        int width =
            found.addresses().stream()
                .mapToInt(each -> Addresses.text(each).length())
                .max()
                .orElse(0);
        found
            .entries()
            .forEach(each ->
                line(
                    Addresses.text(each.address()),
                    width,
                    found.canonicalName(),
                    each.provenance()));
      }
      case HostAnswer.NoAddress none -> note(none.host() + " has no such address");
      case HostAnswer.NoSuchHost none -> note("there is no host " + none.host());
    }
  }

  /** Prints the names of an address, or that it has none. */
  void print(AddressNames names) {
    String address = Addresses.text(names.address());
    names.names().forEach(each -> line(address, address.length(), each.name(), each.provenance()));
    if (names.names().isEmpty()) {
      note(address + " has no name");
    }
  }

  /** Prints where it was looked for. */
  void printSteps(List<HostStep> steps) {
    steps.forEach(step -> note(step.toString()));
  }

  /** Prints what decided the order of addresses. */
  void printOrder(List<DestinationOrder.Ranked> ranked) {
    for (DestinationOrder.Ranked each : ranked) {
      String way =
          each.source()
              .map(source -> " from " + Addresses.text(source.address()))
              .orElse(", which cannot be reached");
      String reason = each.beforeNext().map(rule -> "; before the next by " + rule).orElse("");
      note("order: " + Addresses.text(each.destination()) + way + reason);
    }
  }

  private void line(String address, int width, String name, Provenance provenance) {
    String padding = " ".repeat(width - address.length());
    out.println(address + padding + "  " + Printable.of(name + "  ; " + provenance));
  }

  private void note(String text) {
    out.println("; " + Printable.of(text));
  }
}
