// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.StubFlag;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of a machine's configuration; what has not changed since the last time is the same
 * object as then. For one thread at a time.
 */
final class SystemReader {

  private static final String RESOLV_CONF = "/etc/resolv.conf";
  private static final String NSSWITCH_CONF = "/etc/nsswitch.conf";
  private static final String HOSTS = "/etc/hosts";
  private static final String GAI_CONF = "/etc/gai.conf";
  private static final int CHARACTERS = 1 << 20;
  private static final int HOSTS_CHARACTERS = 1 << 25;

  private final Machine machine;
  private final Watched<ResolvConf> resolver = new Watched<>(this::resolvConf);
  private final Watched<NsSwitch> order =
      new Watched<>(text -> NsSwitch.parse(text, NSSWITCH_CONF));
  private final Watched<HostsFile> hosts;
  private final Watched<PolicyTable> policies =
      new Watched<>(text -> PolicyTable.parse(text, GAI_CONF));
  private @Nullable SystemConfiguration last;

  SystemReader(Machine machine) {
    this.machine = machine;
    this.hosts = new Watched<>(text -> HostsFile.parse(text, HOSTS, machine::interfaceIndex));
  }

  SystemConfiguration read() {
    SystemConfiguration known = last;
    SystemConfiguration now =
        new SystemConfiguration(
            known != null && known.resolver().has(StubFlag.NO_RELOAD)
                ? known.resolver()
                : resolver.of(text(RESOLV_CONF, CHARACTERS)),
            order.of(text(NSSWITCH_CONF, CHARACTERS)),
            hosts.of(text(HOSTS, HOSTS_CHARACTERS)),
            policies.of(text(GAI_CONF, CHARACTERS)),
            machine.hostName());
    if (known != null && known.equals(now)) {
      return known;
    }
    last = now;
    return now;
  }

  private ResolvConf resolvConf(String text) {
    return new ResolvConfParser(
            RESOLV_CONF, machine.environment(), machine.hostName(), machine::interfaceIndex)
        .parse(text);
  }

  private String text(String file, int characters) {
    return machine.file(Path.of(file), characters).orElse("");
  }
}
