// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Says which server stands at an "Internet" address, if any does. */
@FunctionalInterface
public interface ServerDirectory {

  /** The server there; nothing where nobody listens. */
  Optional<MockServer> find(InetSocketAddress address);
}
