// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Windows, whose {@code ipconfig /all} lists the name servers of every connection. */
final class WindowsPlatform implements Platform {

  private static final List<String> COMMAND = List.of("ipconfig", "/all");
  private static final String ROOT_VARIABLE = "SystemRoot";
  private static final String USUAL_ROOT = "C:\\Windows";

  private final Machine machine;

  WindowsPlatform(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(30); // a process each time
  }

  @Override
  public Optional<String> resolverText() {
    return machine.output(COMMAND);
  }

  @Override
  public ResolvConf parse(String resolverText) {
    return new IpconfigParser(machine::interfaceIndex).parse(resolverText);
  }

  /** Windows does not care for the case of a variable's name, and a map does. */
  @Override
  public Path hosts() {
    String root =
        machine.environment().entrySet().stream()
            .filter(variable -> variable.getKey().equalsIgnoreCase(ROOT_VARIABLE))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(USUAL_ROOT);
    return Path.of(root, "System32", "drivers", "etc", "hosts");
  }

  @Override
  public Optional<Path> hostsOrder() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> policies() {
    return Optional.empty();
  }
}
