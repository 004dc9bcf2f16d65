// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternet;
import dev.leafward.wire.rdata.RRType;
import java.util.List;
import java.util.stream.Stream;

/** A root and com. on three servers each, and many zones below com., each on servers of its own. */
final class ManyZones {

  static final List<String> ROOTS = List.of("198.41.0.1", "198.41.0.2", "198.41.0.3");
  static final List<String> COMS = List.of("192.5.6.1", "192.5.6.2", "192.5.6.3");

  private ManyZones() {}

  static void in(MockInternet internet, int zones) {
    in(internet, zones, 2);
  }

  /** The same, each zone on so many servers, three at most. */
  static void in(MockInternet internet, int zones, int servers) {
    StringBuilder root = new StringBuilder("$TTL 86400\n. SOA a.root. h. 1 1800 900 604800 3600\n");
    StringBuilder com = new StringBuilder("$TTL 86400\n@ SOA ns0.com. h. 1 1800 900 604800 900\n");
    for (int i = 0; i < 3; i++) {
      root.append(". NS %c.root.\n%c.root. A %s\n".formatted('a' + i, 'a' + i, ROOTS.get(i)));
      root.append("com. NS ns%d.com.\nns%d.com. A %s\n".formatted(i, i, COMS.get(i)));
      com.append("@ NS ns%d.com.\nns%d.com. A %s\n".formatted(i, i, COMS.get(i)));
    }
    for (int i = 0; i < zones; i++) {
      List<String> addresses = serversOf(i).subList(0, servers);
      StringBuilder hosts = new StringBuilder();
      for (int j = 0; j < servers; j++) {
        com.append("z%d NS ns%d.z%d\nns%d.z%d A %s\n".formatted(i, j, i, j, i, addresses.get(j)));
        hosts.append("@ NS ns%d\nns%d A %s\n".formatted(j, j, addresses.get(j)));
      }
      internet
          .zone("z%d.com.".formatted(i))
          .at(addresses.toArray(String[]::new))
          .text("$TTL 3600\n@ SOA ns0 h 1 1800 900 604800 60\nwww A 192.0.2.80\n" + hosts);
    }
    internet.zone(".").at(ROOTS.toArray(String[]::new)).text(root.toString());
    internet.zone("com.").at(COMS.toArray(String[]::new)).text(com.toString());
  }

  static List<String> serversOf(int zone) {
    int high = zone / 256;
    int low = zone % 256;
    return Stream.of("198.18.", "198.19.", "198.20.")
        .map(prefix -> prefix + high + "." + low)
        .toList();
  }

  /** Whether the name in a zone is answered. */
  static boolean finds(Resolver resolver, int zone) {
    try {
      return resolver.resolve(name(zone), RRType.A) instanceof Answer.Found;
    } catch (ResolutionException e) {
      return false;
    }
  }

  static String name(int zone) {
    return "www.z%d.com".formatted(zone);
  }
}
