// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: the types from MD (3) to SINK (40). */
final class ClassicRDataVectors {
  private ClassicRDataVectors() {}

  static final List<Vector> ALL = List.of();
}
