// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.net.InetAddress;
import java.util.Optional;

/** Knows from which of this machine's addresses a destination would be reached. */
@FunctionalInterface
public interface SourceAddresses {

  /**
   * The address that a packet would be sent from. Nothing is sent to find out.
   *
   * @param destination where it would go
   * @return empty where there is no way to the destination
   */
  Optional<SourceAddress> sourceTowards(InetAddress destination);
}
