// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.testkit.replay.scenario.Dialect;
import dev.leafward.testkit.replay.scenario.Scenario;
import dev.leafward.testkit.replay.scenario.ScenarioConfig;
import dev.leafward.testkit.replay.scenario.ScenarioConfig.Clause;
import dev.leafward.wire.io.TextFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the resolver begins: the stub zone of the root in Unbound's dialect is its hint. */
final class HintSettings {

  private static final String ROOT_SERVER = "k.root-servers.net.";

  private final Scenario scenario;

  HintSettings(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Sets the hints; where the scenario has none the bundled ones stay. */
  void apply(RecursiveBuilder builder) throws MissingFeatureException {
    String hints = hints();
    if (hints.isBlank()) {
      return;
    }
    try {
      builder.hints(hints);
    } catch (TextFormatException e) {
      throw new MissingFeatureException("root hints that can be read: " + e.getMessage());
    }
  }

  private String hints() {
    ScenarioConfig config = scenario.config();
    Clause server = config.server();
    if (scenario.dialect() == Dialect.DECKARD) {
      String name = server.last("stub-name").orElse(ROOT_SERVER);
      return text(server.all("stub-addr"), absolute(name));
    }
    List<String> lines = new ArrayList<>();
    for (String file : server.all("root-hints")) {
      lines.addAll(config.files().getOrDefault(file, List.of()));
    }
    String fromFiles =
        lines.stream()
            .filter(line -> !line.matches(".*\\sCH\\s.*"))
            .collect(Collectors.joining("\n"));
    List<String> addresses =
        config.clauses("stub-zone").stream()
            .filter(clause -> clause.last("name").filter("."::equals).isPresent())
            .flatMap(clause -> clause.all("stub-addr").stream())
            .toList();
    return fromFiles + "\n" + text(addresses, ROOT_SERVER);
  }

  private static String text(List<String> addresses, String name) {
    if (addresses.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(". 3600000 IN NS " + name + "\n");
    for (String address : addresses) {
      String literal = address.split("@", 2)[0];
      String type = InetAddresses.isInetAddress(literal) && literal.contains(":") ? "AAAA" : "A";
      text.append(name)
          .append(" 3600000 IN ")
          .append(type)
          .append(' ')
          .append(literal)
          .append('\n');
    }
    return text.toString();
  }

  private static String absolute(String name) {
    return name.endsWith(".") ? name : name + ".";
  }
}
