// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.resolver.config.SpecialNames;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.StubSchedule;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.engine.Engine;
import dev.leafward.resolver.engine.StubSources;
import dev.leafward.resolver.exchange.ExchangeOptions;
import dev.leafward.resolver.exchange.QueryFactory;
import dev.leafward.resolver.exchange.StubExchanger;
import dev.leafward.resolver.servers.ServerBook;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.Machine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a resolver that has other resolvers find the answers, as programs have those of their
 * machine: it asks them as glibc does, and remembers what they say for as long as that holds.
 *
 * <p>Names of special use are for the servers to judge, but {@code localhost.}, {@code invalid.}
 * and {@code onion.}, of which no server ever hears (RFC 6761, RFC 7686).
 */
public final class StubBuilder extends ResolverBuilder<StubBuilder> {

  private @Nullable ConfigurationSource configuration;
  private @Nullable StubOptions fixed;
  private ExchangeOptions exchangeOptions = ExchangeOptions.DEFAULT;

  StubBuilder() {}

  /**
   * Asks the servers that are configured there, in the way that is configured there. A change holds
   * from the next question on, and what the servers before it said is forgotten then. Default: the
   * configuration of this machine.
   */
  public StubBuilder configuration(ConfigurationSource source) {
    configuration = source;
    fixed = null;
    return this;
  }

  /** Asks these servers, in this way, whatever the machine is configured to. */
  public StubBuilder options(StubOptions options) {
    fixed = options;
    return this;
  }

  /**
   * Asks these servers, in this order, with the defaults of {@link StubOptions}.
   *
   * @param addresses each an IP literal, with a port if need be, such as {@code 192.0.2.1#5353}
   * @throws IllegalArgumentException if one of them is none, or there is none
   */
  public StubBuilder servers(String... addresses) {
    return options(StubOptions.of(Arrays.stream(addresses).map(UpstreamServer::parse).toList()));
  }

  /**
   * The size of UDP reply to ask for where queries carry EDNS, in octets: 512 to 4096. Default:
   * 1232, which is not fragmented (RFC 9715).
   */
  public StubBuilder ednsPayloadSize(int octets) {
    exchangeOptions = exchangeOptions.withUdpPayloadSize(octets);
    return this;
  }

  /**
   * Asks for DNSSEC records too, by the DO bit (RFC 3225), and so with EDNS, whether that is
   * configured or not.
   */
  public StubBuilder requestDnssecRecords() {
    exchangeOptions = exchangeOptions.requestingDnssecRecords();
    return this;
  }

  private Supplier<StubOptions> options(Ground ground) {
    StubOptions always = fixed;
    if (always != null) {
      return () -> always;
    }
    return new ConfiguredOptions(
        configuration != null
            ? configuration
            : ConfigurationSource.of(Machine.thisOne(), ground.time()));
  }

  @Override
  StubBuilder self() {
    return this;
  }

  @Override
  Resolver build(Ground ground) {
    Supplier<StubOptions> asked = options(ground);
    Supplier<Duration> deadline =
        hasDeadline() ? ground.limits()::deadline : () -> new StubSchedule(asked.get()).longest();
    ServerBook book =
        new ServerBook(ground.time(), ground.random(), ground.limits().serversRemembered());
    StubSources sources =
        new StubSources(
            asked,
            new StubExchanger(
                ground.udp(),
                ground.tcp(),
                new QueryFactory(ground.random()),
                book,
                ground.time(),
                exchangeOptions),
            SpecialNames.ofStub().zones(),
            ground.random());
    Engine engine =
        new Engine(
            ground.limits().toBuilder().deadline(deadline.get()).build(),
            ground.cacheOptions(),
            ground.time(),
            new SecureRandom(),
            sources,
            RebindingProtection.OFF,
            ground.tasks());
    return new EngineResolver(engine, deadline, ground);
  }
}
