// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import dev.leafward.testkit.MockInternet;
import java.util.List;

/** A root and com. on three servers each, and many zones below com., each on two of its own. */
final class ManyZones {

  static final List<String> ROOTS = List.of("198.41.0.1", "198.41.0.2", "198.41.0.3");
  static final List<String> COMS = List.of("192.5.6.1", "192.5.6.2", "192.5.6.3");

  private ManyZones() {}

  static void in(MockInternet internet, int zones) {
    StringBuilder root = new StringBuilder("$TTL 86400\n. SOA a.root. h. 1 1800 900 604800 3600\n");
    StringBuilder com = new StringBuilder("$TTL 86400\n@ SOA ns0.com. h. 1 1800 900 604800 900\n");
    for (int i = 0; i < 3; i++) {
      root.append(". NS %c.root.\n%c.root. A %s\n".formatted('a' + i, 'a' + i, ROOTS.get(i)));
      root.append("com. NS ns%d.com.\nns%d.com. A %s\n".formatted(i, i, COMS.get(i)));
      com.append("@ NS ns%d.com.\nns%d.com. A %s\n".formatted(i, i, COMS.get(i)));
    }
    for (int i = 0; i < zones; i++) {
      com.append("z%d NS ns0.z%d\nz%d NS ns1.z%d\n".formatted(i, i, i, i));
      com.append("ns0.z%d A %s\n".formatted(i, serversOf(i).get(0)));
      com.append("ns1.z%d A %s\n".formatted(i, serversOf(i).get(1)));
      internet
          .zone("z%d.com.".formatted(i))
          .at(serversOf(i).toArray(String[]::new))
          .text(
              """
              $TTL 3600
              @ SOA ns0 h 1 1800 900 604800 60
              @ NS ns0
              @ NS ns1
              ns0 A %s
              ns1 A %s
              www A 192.0.2.80
              """
                  .formatted(serversOf(i).get(0), serversOf(i).get(1)));
    }
    internet.zone(".").at(ROOTS.toArray(String[]::new)).text(root.toString());
    internet.zone("com.").at(COMS.toArray(String[]::new)).text(com.toString());
  }

  static List<String> serversOf(int zone) {
    int high = zone / 256;
    int low = zone % 256;
    return List.of("198.18.%d.%d".formatted(high, low), "198.19.%d.%d".formatted(high, low));
  }

  static String name(int zone) {
    return "www.z%d.com".formatted(zone);
  }
}
