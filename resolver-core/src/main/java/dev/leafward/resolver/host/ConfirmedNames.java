// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import java.util.List;

/**
 * The names of an address, each with what it says of its own addresses.
 *
 * @param reverse what the address has for names
 * @param names each of them once, in that order
 */
public record ConfirmedNames(AddressNames reverse, List<Name> names) {

  /** Copies the list. */
  public ConfirmedNames {
    names = List.copyOf(names);
  }

  /** The names that have the address among theirs, in order; empty if none has. */
  public List<String> confirmed() {
    return names.stream().filter(Name::isConfirmed).map(Name::name).toList();
  }

  /**
   * A name of the address.
   *
   * @param name the name, without a final dot
   * @param outcome what became of the lookup of its addresses, of the address's family
   * @param isConfirmed whether the address is among them; false, too, where that could not be found
   *     out
   */
  public record Name(String name, HostOutcome outcome, boolean isConfirmed) {}
}
