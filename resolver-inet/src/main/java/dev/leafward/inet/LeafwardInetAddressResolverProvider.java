// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/**
 * What the JDK finds by its service loader (JEP 418). Does nothing until Leafward is switched on:
 * see {@link LeafwardInet}.
 */
public final class LeafwardInetAddressResolverProvider extends InetAddressResolverProvider {

  /** For the service loader. */
  public LeafwardInetAddressResolverProvider() {}

  /**
   * The JDK's own resolver while Leafward is switched off. Never throws, or the JDK could look
   * nothing up any more; opens and logs nothing, since other threads' lookups wait for its end.
   */
  @Override
  public InetAddressResolver get(Configuration configuration) {
    return Installation.OF_THIS_JVM.install(configuration);
  }

  @Override
  public String name() {
    return "Leafward";
  }
}
