// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.util.ArrayList;
import java.util.List;

/** Collects what is ignored of a source: the first hundred of it, and how much more there is. */
final class Remarks {

  private static final int KEPT = 100;

  private final String source;
  private final List<Ignored> kept = new ArrayList<>();
  private int more;

  Remarks(String source) {
    this.source = source;
  }

  void add(String text, String reason, Origin origin) {
    if (kept.size() < KEPT) {
      kept.add(new Ignored(text, reason, origin));
    } else {
      more++;
    }
  }

  /** Adds one about the source as a whole. */
  void add(String text, String reason) {
    add(text, reason, Origin.of(source));
  }

  List<Ignored> list() {
    List<Ignored> all = new ArrayList<>(kept);
    if (more > 0) {
      all.add(new Ignored("...", "and " + more + " more like these", Origin.of(source)));
    }
    return all;
  }
}
