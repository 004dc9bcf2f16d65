// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.SystemConfiguration;
import java.util.function.Supplier;

/** The options that follow from a configuration, the very same object for as long as that is. */
final class ConfiguredOptions implements Supplier<StubOptions> {

  private record Derived(SystemConfiguration configuration, StubOptions options) {

    static Derived from(SystemConfiguration configuration) {
      return new Derived(configuration, configuration.resolver().stubOptions());
    }
  }

  private final ConfigurationSource source;
  private volatile Derived latest;

  ConfiguredOptions(ConfigurationSource source) {
    this.source = source;
    this.latest = Derived.from(source.current());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a source gives the same object until something changes
  public StubOptions get() {
    SystemConfiguration now = source.current();
    Derived held = latest;
    if (held.configuration() != now) {
      held = Derived.from(now);
      latest = held;
    }
    return held.options();
  }
}
