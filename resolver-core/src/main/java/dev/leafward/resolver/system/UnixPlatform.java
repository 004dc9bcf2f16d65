// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Linux with glibc, and whatever else has its files in {@code /etc}. */
final class UnixPlatform implements Platform {

  private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");
  private static final Path HOSTS = Path.of("/etc/hosts");
  private static final Path NSSWITCH_CONF = Path.of("/etc/nsswitch.conf");
  private static final Path GAI_CONF = Path.of("/etc/gai.conf");

  private final Machine machine;

  UnixPlatform(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Optional<String> resolverText() {
    try {
      return machine.file(RESOLV_CONF, Lines.OF_SETTINGS + 1).or(() -> Optional.of(""));
    } catch (IOException e) {
      return Optional.empty(); // it is there, and may be read the next time
    }
  }

  @Override
  public ResolvConf parse(String resolverText) {
    return new ResolvConfParser(
            RESOLV_CONF.toString(),
            machine.environment(),
            machine.hostName(),
            machine::interfaceIndex)
        .parse(resolverText);
  }

  @Override
  public Path hosts() {
    return HOSTS;
  }

  @Override
  public Optional<Path> hostsOrder() {
    return Optional.of(NSSWITCH_CONF);
  }

  @Override
  public Optional<Path> policies() {
    return Optional.of(GAI_CONF);
  }
}
