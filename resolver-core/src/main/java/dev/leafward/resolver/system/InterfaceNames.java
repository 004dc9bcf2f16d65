// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.util.OptionalInt;

/** Knows the numbers of this machine's network interfaces. */
@FunctionalInterface
interface InterfaceNames {

  /** The number of the interface with that name, if there is one. */
  OptionalInt index(String name);
}
