// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.RData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leaves out data that is there twice.
 *
 * <p>RFC 2181 section 5. Data is the same when its octets are, names in lower case. No hash of it
 * is taken: whoever sends thousands of records can give them all one hash, and make each be
 * compared with each. A few are; more are sorted.
 */
final class DistinctData {
  private static final int FEW = 16;

  private DistinctData() {}

  /** Returns the items in their order, each at its first place; immutable. */
  static <T extends RData> List<T> of(List<T> items) {
    if (items.size() < 2) {
      return List.copyOf(items);
    }
    return List.copyOf(items.size() <= FEW ? compared(items) : sorted(items));
  }

  private static <T extends RData> List<T> compared(List<T> items) {
    List<T> distinct = new ArrayList<>();
    for (T each : items) {
      if (!distinct.contains(each)) {
        distinct.add(each);
      }
    }
    return distinct;
  }

  private static <T extends RData> List<T> sorted(List<T> items) {
    List<T> distinct = new ArrayList<>();
    Set<byte[]> seen = new TreeSet<>(Arrays::compareUnsigned);
    WireWriter out = WireWriter.caseless();
    for (T each : items) {
      out.clear();
      each.write(out);
      if (seen.add(out.toByteArray())) {
        distinct.add(each);
      }
    }
    return distinct;
  }
}
