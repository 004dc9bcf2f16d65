// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.BareNames;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.name.DomainName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The name servers of this machine and how they are asked, with the line that each value is from:
 * what glibc makes of {@code resolv.conf(5)}, or what another platform says in its own way.
 *
 * <p>Whatever the text, there is a value for everything. What glibc passes over in silence is
 * passed over, too, and listed. {@code docs/stub.md} compares the two, keyword by keyword.
 *
 * @param servers the name servers, in order; at least one, of a file at most three. Default:
 *     127.0.0.1
 * @param suffixes what may be put behind a short name, in order. Default: the domain of the host's
 *     own name
 * @param ndots see {@link SearchList#ndots()}. Default: 1
 * @param timeout see {@link StubOptions#timeout()}. Default: 5 seconds
 * @param attempts see {@link StubOptions#attempts()}. Default: 2
 * @param flags what is turned on, each once
 * @param ignored what is not used, and why
 */
public record ResolvConf(
    List<Setting<UpstreamServer>> servers,
    Setting<List<DomainName>> suffixes,
    Setting<Integer> ndots,
    Setting<Duration> timeout,
    Setting<Integer> attempts,
    List<Setting<StubFlag>> flags,
    List<Ignored> ignored) {

  /** Copies the lists. */
  public ResolvConf {
    servers = List.copyOf(servers);
    suffixes = new Setting<>(List.copyOf(suffixes.value()), suffixes.origin());
    flags = List.copyOf(flags);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a text by the rules of glibc.
   *
   * @param text the contents of the file; empty if there is none
   * @param source what the origins call it
   * @param environment in which {@code LOCALDOMAIN} and {@code RES_OPTIONS} are looked up
   */
  public static ResolvConf parse(String text, String source, Map<String, String> environment) {
    return new ResolvConfParser(source, environment, "", interfaceName -> OptionalInt.empty())
        .parse(text);
  }

  /** Whom to ask, and how. */
  public StubOptions stubOptions() {
    return new StubOptions(
        servers.stream().map(Setting::value).toList(),
        timeout.value(),
        attempts.value(),
        flagSet());
  }

  /** Which names a short name stands for. */
  public SearchList searchList() {
    return new SearchList(
        suffixes.value(),
        ndots.value(),
        has(StubFlag.NO_TLD_QUERY) ? BareNames.SUFFIXED_ONLY : BareNames.ASKED);
  }

  /** Whether something is turned on. */
  public boolean has(StubFlag flag) {
    return origin(flag).isPresent();
  }

  /** Who turned something on, if anybody did. */
  public Optional<Origin> origin(StubFlag flag) {
    return flags.stream()
        .filter(setting -> setting.value() == flag)
        .map(Setting::origin)
        .findFirst();
  }

  private Set<StubFlag> flagSet() {
    Set<StubFlag> set = EnumSet.noneOf(StubFlag.class);
    flags.forEach(setting -> set.add(setting.value()));
    return set;
  }
}
