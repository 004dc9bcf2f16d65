// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.net.MachineNetwork;
import dev.leafward.resolver.net.SystemTime;
import dev.leafward.resolver.spi.LocalNetwork;
import dev.leafward.resolver.spi.Time;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.resolver.system.ResolvConf;
import dev.leafward.resolver.system.SystemConfiguration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link HostResolver}. Everything has a default: without a call, nothing of this
 * machine's configuration is read, the DNS alone is asked, and every name is absolute.
 */
public final class HostResolverBuilder {

  private static final SystemConfiguration UNCONFIGURED =
      new SystemConfiguration(
          ResolvConf.parse("", "default", Map.of()),
          NsSwitch.DEFAULT,
          HostsFile.EMPTY,
          PolicyTable.DEFAULT,
          "");

  private final Resolver resolver;
  private ConfigurationSource configuration = ConfigurationSource.fixed(UNCONFIGURED);
  private @Nullable NsSwitch order;
  private @Nullable HostsFile hosts;
  private @Nullable SearchList search;
  private @Nullable Set<StubFlag> flags;
  private @Nullable PolicyTable policies;
  private AddressFamilies families = AddressFamilies.BOTH;
  private LocalNetwork network = new MachineNetwork();
  private Time time = new SystemTime();
  private Executor executor = Thread::startVirtualThread;

  HostResolverBuilder(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Where to learn how hosts are looked up: the order of services, the hosts file, the search list
   * and its options, the policy table, the name of this machine. It is asked at each lookup. What
   * else the builder is given comes in the place of the part in question.
   *
   * <p>Name servers are none of it: they are the resolver's.
   */
  public HostResolverBuilder configuration(ConfigurationSource source) {
    configuration = source;
    return this;
  }

  /** Where to look, and in which order. Default: that of the configuration, or files and dns. */
  public HostResolverBuilder order(NsSwitch services) {
    order = services;
    return this;
  }

  /** The hosts file. Default: that of the configuration, or an empty one. */
  public HostResolverBuilder hosts(HostsFile file) {
    hosts = file;
    return this;
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

  /** Which addresses come first. Default: that of the configuration, or that of RFC 6724. */
  public HostResolverBuilder policies(PolicyTable table) {
    policies = table;
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
    return new HostResolver(resolver, settings(), families, network, time, executor);
  }

  /** Reads the settings, anew for each lookup. */
  private Supplier<HostSettings> settings() {
    ConfigurationSource source = configuration;
    Overrides overrides = new Overrides(order, hosts, search, flags, policies);
    return () -> overrides.over(source.current());
  }

  /** What the builder was given in the place of parts of the configuration. */
  private record Overrides(
      @Nullable NsSwitch order,
      @Nullable HostsFile hosts,
      @Nullable SearchList search,
      @Nullable Set<StubFlag> flags,
      @Nullable PolicyTable policies) {

    private HostSettings over(SystemConfiguration current) {
      return new HostSettings(
          order != null ? order : current.hostsOrder(),
          hosts != null ? hosts : current.hosts(),
          search != null ? search : current.resolver().searchList(),
          flags != null ? flags : current.resolver().stubOptions().flags(),
          policies != null ? policies : current.policies(),
          current.hostName());
    }
  }
}
