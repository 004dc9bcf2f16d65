// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.spi.Time;

/** Where a resolver learns how the machine is configured, each time that it needs to know. */
@FunctionalInterface
public interface ConfigurationSource {

  /**
   * How it is configured now. As long as nothing has changed, this is the very same object, so a
   * comparison by identity tells whether something has.
   */
  SystemConfiguration current();

  /** A configuration that never changes. */
  static ConfigurationSource fixed(SystemConfiguration configuration) {
    return () -> configuration;
  }

  /** The configuration of this machine, changes of which are picked up within seconds. */
  static ConfigurationSource ofThisMachine() {
    return of(Machine.thisOne());
  }

  /** The configuration of a machine by this one's clock; see {@link #of(Machine, Time)}. */
  static ConfigurationSource of(Machine machine) {
    return of(machine, new SystemTime());
  }

  /**
   * The configuration of a machine, read when it is first asked for.
   *
   * <p>It is read again when somebody asks and the last time is 5 seconds ago, or 30 where that
   * takes a command. The contents are compared, not the time of the last change, so that no link or
   * mount in between hides one. With {@code options no-reload} the name servers stay what they are.
   *
   * @param machine what to read from
   * @param time decides when it is time to look again
   */
  static ConfigurationSource of(Machine machine, Time time) {
    return new PolledConfiguration(machine, time);
  }
}
