// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks.inet;

import dev.leafward.inet.LeafwardInetAddressResolverProvider;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import org.xbill.DNS.spi.DnsjavaInetAddressResolverProvider;

/**
 * The provider that the system property {@value #PROPERTY} names. It comes first on the class path
 * of the benchmarks, where all the others are, too, and the JDK would take the first of them.
 */
public final class ChosenProvider extends InetAddressResolverProvider {

  static final String PROPERTY = "benchmark.inet";

  /** For the service loader. */
  public ChosenProvider() {}

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return switch (System.getProperty(PROPERTY, "jdk")) {
      case "leafward" -> new LeafwardInetAddressResolverProvider().get(configuration);
      case "dnsjava" -> new DnsjavaInetAddressResolverProvider().get(configuration);
      default -> configuration.builtinResolver();
    };
  }

  @Override
  public String name() {
    return "benchmark";
  }
}
