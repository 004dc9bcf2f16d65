// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.resolver.RecursiveBuilder;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.host.HostResolverBuilder;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.wire.io.TextFormatException;
import java.io.IOException;
import java.net.spi.InetAddressResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Executor;

/** Starts what was chosen; whatever goes wrong, there is always the JDK's own resolver. */
final class Starter {

  private final Jdk jdk;
  private final InetAddressResolver builtIn;
  private final Executor threads = OwnWork.threads();

  private Starter(Jdk jdk) {
    this.jdk = jdk;
    builtIn = jdk.resolver();
  }

  /** Never fails: what comes of a failure is {@link Started#broken}. */
  static Started start(Choice choice, Jdk jdk) {
    Starter starter = new Starter(jdk);
    try {
      return OwnWork.doing(() -> starter.start(choice));
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      String why = "Leafward cannot start, " + choice.text() + ": " + e;
      return Started.broken(jdk.resolver(), why, e);
    }
  }

  private Started start(Choice choice) throws IOException, TextFormatException {
    return switch (choice) {
      case Choice.NotMade notMade -> Started.off(builtIn, notMade.text());
      case Choice.Broken broken -> Started.broken(builtIn, broken.text(), null);
      case Choice.Given given -> given(given);
      case Choice.Settled settled -> settled(settled);
    };
  }

  /** It may well know what a search list or another configuration says. */
  private Started given(Choice.Given given) {
    NameScope scope = new NameScope(InetMode.STUB, jdk.hostName().get(), List.of());
    return Started.leafward(
        new LeafwardAddressResolver(given.hosts(), scope, builtIn, null, threads), given.text());
  }

  private Started settled(Choice.Settled settled) throws IOException, TextFormatException {
    InetSettings settings = settled.settings();
    if (settings.mode() == InetMode.OFF) {
      return Started.off(builtIn, settled.text());
    }
    NameScope scope = new NameScope(settings.kind(), jdk.hostName().get(), settings.builtIn());
    LeafwardAddressResolver leafward =
        new LeafwardAddressResolver(
            hosts(settings), scope, builtIn, settings.timeout().orElse(null), threads);
    if (settings.mode() != InetMode.SHADOW) {
      return Started.leafward(leafward, settled.text());
    }
    ShadowReport report = new ShadowReport(System::nanoTime);
    return Started.shadow(
        new ShadowResolver(builtIn, leafward, scope, threads, System::nanoTime, report),
        settled.text(),
        report);
  }

  /** The hosts file and all else that the machine says of hosts; a search list for a stub only. */
  private HostResolver hosts(InetSettings settings) throws IOException, TextFormatException {
    HostResolverBuilder builder =
        HostResolver.over(resolver(settings)).configuration(ConfigurationSource.ofThisMachine());
    return settings.kind() == InetMode.STUB
        ? builder.build()
        : builder.search(SearchList.NONE).build();
  }

  private Resolver resolver(InetSettings settings) throws IOException, TextFormatException {
    Optional<ResolverSource> source = Services.source();
    if (source.isPresent()) {
      return opened(source.get(), settings.kind());
    }
    if (settings.kind() == InetMode.STUB) {
      return Resolver.stub().executor(threads).build();
    }
    RecursiveBuilder builder = Resolver.recursive().executor(threads);
    Optional<Path> hints = settings.hints();
    if (hints.isPresent()) {
      builder.hints(Files.readString(hints.get()));
    }
    return builder.build();
  }

  /** Somebody else's code, which need not keep to what its interface says. */
  private Resolver opened(ResolverSource source, InetMode kind) throws IOException {
    return Objects.requireNonNull(
        source.open(kind, threads), () -> source.getClass().getName() + " opened no resolver");
  }
}
