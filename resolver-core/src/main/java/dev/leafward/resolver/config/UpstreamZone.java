// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.config;

import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Set;

/** A name, and the configured servers that are asked for everything at and below it. */
public sealed interface UpstreamZone permits ForwardZone, StubZone {

  /** The name at the top. */
  DomainName zone();

  /** The servers that are given by address. */
  List<UpstreamServer> servers();

  /** The servers that are given by name, whose addresses are looked up when they are needed. */
  List<DomainName> hosts();

  /** In what it differs from the ordinary. */
  Set<RouteOption> options();

  /** Whether it has an option. */
  default boolean has(RouteOption option) {
    return options().contains(option);
  }
}
