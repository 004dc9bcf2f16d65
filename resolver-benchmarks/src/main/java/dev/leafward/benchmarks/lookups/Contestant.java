// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks.lookups;

/** A resolver with an empty cache. */
interface Contestant extends AutoCloseable {

  /**
   * Looks up an address.
   *
   * @param name a name with its final dot
   * @return whether there is one
   */
  boolean findsAddress(String name) throws Exception;

  @Override
  void close();
}
