// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.StubFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of a machine's configuration. What has not changed since the last time is the same
 * object as then, and a file that cannot be read at present has not changed. For one thread at a
 * time.
 */
final class SystemReader {

  private final Machine machine;
  private final Platform platform;
  private final Watched<ResolvConf> resolver;
  private final Watched<NsSwitch> order;
  private final Watched<HostsFile> hosts;
  private final Watched<PolicyTable> policies;
  private @Nullable SystemConfiguration last;

  SystemReader(Machine machine) {
    this.machine = machine;
    this.platform = Platform.of(machine);
    String hostsFile = platform.hosts().toString();
    String orderFile = platform.hostsOrder().map(Path::toString).orElse("");
    String policiesFile = platform.policies().map(Path::toString).orElse("");
    resolver = new Watched<>(platform::parse);
    order = new Watched<>(text -> NsSwitch.parse(text, orderFile));
    hosts = new Watched<>(text -> HostsFile.parse(text, hostsFile, machine::interfaceIndex));
    policies = new Watched<>(text -> PolicyTable.parse(text, policiesFile));
  }

  /** How long a configuration is good enough. */
  Duration interval() {
    return platform.interval();
  }

  /** How the machine is configured now. */
  SystemConfiguration read() {
    SystemConfiguration known = last;
    SystemConfiguration now =
        new SystemConfiguration(
            known == null
                ? resolver.of(platform.resolverText().orElse(""))
                : resolver(known.resolver()),
            order.of(platform.hostsOrder().map(file -> settings(file, order)).orElse("")),
            hosts.of(text(platform.hosts(), Lines.OF_HOSTS, hosts)),
            policies.of(platform.policies().map(file -> settings(file, policies)).orElse("")),
            machine.hostName());
    if (known != null && known.equals(now)) {
      return known;
    }
    last = now;
    return now;
  }

  private ResolvConf resolver(ResolvConf known) {
    if (known.has(StubFlag.NO_RELOAD)) {
      return known;
    }
    return platform.resolverText().map(resolver::of).orElse(known);
  }

  private String settings(Path file, Watched<?> known) {
    return text(file, Lines.OF_SETTINGS, known);
  }

  /** One character more than is used, so that it is seen when something is left out. */
  private String text(Path file, int characters, Watched<?> known) {
    try {
      return machine.file(file, characters + 1).orElse("");
    } catch (IOException e) {
      return known.text();
    }
  }
}
