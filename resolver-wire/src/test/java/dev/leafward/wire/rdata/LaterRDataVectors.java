// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: some types from APL (42) on. */
final class LaterRDataVectors {
  private LaterRDataVectors() {}

  static final List<Vector> ALL = List.of();
}
