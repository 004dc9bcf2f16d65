// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider.Configuration;
import java.util.function.Supplier;

/**
 * What the JDK offers to a provider.
 *
 * @param resolver its own resolver
 * @param hostName asks the machine for its name
 */
record Jdk(InetAddressResolver resolver, Supplier<String> hostName) {

  /** The same as {@code configuration}, which no test can make one of. */
  static Jdk of(Configuration configuration) {
    return new Jdk(configuration.builtinResolver(), configuration::lookupLocalHostName);
  }
}
