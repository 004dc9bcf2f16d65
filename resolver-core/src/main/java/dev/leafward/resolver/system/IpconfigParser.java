// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import com.google.common.base.Ascii;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code ipconfig /all} of Windows writes: what holds for the whole machine, then each
 * connection.
 *
 * <p>The labels are in the language of the system, but those that matter have "DNS" in them in any,
 * and behind them stands either an address, of a name server, or a name, a suffix. The last names
 * of the machine as a whole are its search list; if it has none, the first of a connection are.
 */
final class IpconfigParser {

  private static final String COMMAND = "ipconfig /all";

  /** Something a little indented, dots, a colon, and a value or none. */
  private static final Pattern ITEM = Pattern.compile("\\s{1,7}(\\S[^:]*):(.*)");

  private static final Pattern CONTINUED = Pattern.compile("\\s{8,}(\\S.*)");

  private final Remarks remarks = new Remarks(COMMAND);
  private final NameServers servers;
  private final List<Names> names = new ArrayList<>();

  IpconfigParser(InterfaceNames interfaces) {
    this.servers = new NameServers(interfaces, remarks);
  }

  ResolvConf parse(String text) {
    int headings = 0;
    int number = 0;
    boolean ofDns = false;
    for (String line : Lines.of(text, Lines.OF_SETTINGS, remarks)) {
      number++;
      Matcher item = ITEM.matcher(line);
      Matcher continued = CONTINUED.matcher(line);
      if (item.matches()) {
        ofDns = Ascii.toLowerCase(item.group(1)).contains("dns");
        if (ofDns) {
          names.add(new Names(headings > 1, new Origin(COMMAND, number), new ArrayList<>()));
          value(item.group(2).strip(), number);
        }
      } else if (continued.matches() && ofDns) {
        value(continued.group(1).strip(), number);
      } else if (!line.isBlank()) {
        headings++;
        ofDns = false;
      }
    }
    searchList().ifPresent(found -> servers.search(found.values, found.origin));
    return servers.build();
  }

  private void value(String value, int line) {
    Optional<InetAddress> address = servers.address(value);
    if (address.isPresent()) {
      servers.add(address.get(), new Origin(COMMAND, line));
    } else if (!value.isEmpty()) {
      names.getLast().values.add(value);
    }
  }

  private Optional<Names> searchList() {
    names.removeIf(each -> each.values.isEmpty());
    return names.stream()
        .filter(each -> !each.ofConnection)
        .reduce((first, last) -> last)
        .or(() -> names.stream().findFirst());
  }

  /** The names behind one label. */
  private record Names(boolean ofConnection, Origin origin, List<String> values) {}
}
