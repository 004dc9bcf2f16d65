// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * macOS, whose {@code scutil --dns} says what its own resolver uses. Its {@code /etc/resolv.conf}
 * is for programs of old, and is looked at only if the command says nothing.
 */
final class MacPlatform implements Platform {

  private static final List<String> COMMAND = List.of("/usr/sbin/scutil", "--dns");

  private final Machine machine;
  private final UnixPlatform unix;

  MacPlatform(Machine machine) {
    this.machine = machine;
    this.unix = new UnixPlatform(machine);
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(30); // a process each time
  }

  @Override
  public Optional<String> resolverText() {
    return machine.output(COMMAND).filter(ScutilParser::understands).or(unix::resolverText);
  }

  @Override
  public ResolvConf parse(String resolverText) {
    return ScutilParser.understands(resolverText)
        ? new ScutilParser(machine::interfaceIndex).parse(resolverText)
        : unix.parse(resolverText);
  }

  @Override
  public Path hosts() {
    return unix.hosts();
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
