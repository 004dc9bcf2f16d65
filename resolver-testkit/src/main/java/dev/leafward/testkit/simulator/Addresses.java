// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** Gives out the addresses of servers: new ones mostly, and now and then one that is in use. */
final class Addresses {

  /** No server ever stands here. */
  static final String NOBODY = "185.255.0.1";

  private final Draw draw;
  private final List<String> given = new ArrayList<>();

  Addresses(Draw draw) {
    this.draw = draw;
  }

  String next() {
    if (!given.isEmpty() && draw.chance(0.15)) {
      return draw.oneOf(given);
    }
    int number = given.size() + 1;
    String address =
        draw.chance(0.2)
            ? "2a02:1::" + Integer.toHexString(number)
            : "185.1." + number / 250 + "." + (1 + number % 250);
    given.add(address);
    return address;
  }

  List<String> given() {
    return List.copyOf(given);
  }
}
