// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.net.MachineNetwork;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.spi.Time;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Builds a {@link HostResolver}. Everything has a default: without a call it asks the DNS alone,
 * and takes every name as absolute.
 */
public final class HostResolverBuilder {

  private final Resolver resolver;
  private SearchList search = SearchList.NONE;
  private Set<StubFlag> flags = Set.of();
  private AddressFamilies families = AddressFamilies.BOTH;
  private LocalNetwork network = new MachineNetwork();
  private Time time = new SystemTime();
  private Executor executor = Thread::startVirtualThread;

  HostResolverBuilder(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Which names a short name may stand for. Default: that of the configuration, or none. */
  public HostResolverBuilder search(SearchList list) {
    search = list;
    return this;
  }

  /**
   * What else is turned on: {@link StubFlag#NO_AAAA} and {@link StubFlag#SINGLE_REQUEST} matter
   * here. Default: what the configuration has turned on, or nothing.
   */
  public HostResolverBuilder flags(Set<StubFlag> turnedOn) {
    flags = Set.copyOf(turnedOn);
    return this;
  }

  /** Which addresses to look for where the caller names no families. Default: both. */
  public HostResolverBuilder families(AddressFamilies wanted) {
    families = wanted;
    return this;
  }

  /**
   * What is known of this machine's network: the source addresses by which destinations are put in
   * order, its own addresses, and the numbers of its interfaces. Default: what the JDK knows.
   */
  public HostResolverBuilder network(LocalNetwork known) {
    network = known;
    return this;
  }

  /** The clock for deadlines, and the waiting by it. Default: this machine's. */
  public HostResolverBuilder time(Time clock) {
    time = clock;
    return this;
  }

  /** Runs what is asked for without waiting. Default: a virtual thread for each lookup. */
  public HostResolverBuilder executor(Executor tasks) {
    executor = tasks;
    return this;
  }

  /** The host resolver. */
  public HostResolver build() {
    HostSettings settings = new HostSettings(search, flags);
    return new HostResolver(resolver, () -> settings, families, network, time, executor);
  }
}
