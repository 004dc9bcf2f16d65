// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.IOException;

/** Makes ready to resolve in a world. */
@FunctionalInterface
interface AskerOpener {

  /**
   * Opens a world.
   *
   * @throws IOException if it cannot be opened; its message says why, in words for people
   */
  Asker open(Invocation.World world) throws IOException;
}
