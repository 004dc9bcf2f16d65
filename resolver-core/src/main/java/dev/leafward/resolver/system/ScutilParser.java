// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code scutil --dns} of macOS writes: numbered resolvers, the first of which is asked
 * for whatever none of the others is there for.
 *
 * <p>Servers for single domains and multicast DNS are listed as ignored. What holds for a single
 * interface only, the second part of the output, is not looked at.
 */
final class ScutilParser {

  private static final String COMMAND = "scutil --dns";
  private static final String HEADING = "DNS configuration";
  private static final Pattern RESOLVER = Pattern.compile("\\s*resolver #(\\d+)\\s*");
  private static final Pattern ITEM =
      Pattern.compile("\\s+([a-z_][a-z_ ]*?)\\s*(?:\\[\\d+\\]\\s*)?: (.*)");
  private static final int DNS_PORT = 53;
  private static final int LAST_PORT = 0xFFFF;

  private final Remarks remarks = new Remarks(COMMAND);
  private final NameServers servers;

  ScutilParser(InterfaceNames interfaces) {
    this.servers = new NameServers(interfaces, remarks);
  }

  /** Whether a text is such an output. */
  static boolean understands(String text) {
    return text.startsWith(HEADING);
  }

  ResolvConf parse(String text) {
    List<Block> blocks = blocks(text);
    if (!blocks.isEmpty()) {
      use(blocks.getFirst());
      blocks.subList(1, blocks.size()).forEach(this::mention);
    }
    return servers.build();
  }

  private List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    int number = 0;
    for (String line : Lines.of(text, Lines.OF_SETTINGS, remarks)) {
      number++;
      Origin origin = new Origin(COMMAND, number);
      Matcher resolver = RESOLVER.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (line.startsWith(HEADING) && number > 1) {
        break;
      } else if (resolver.matches()) {
        blocks.add(new Block(resolver.group(1), origin, new ArrayList<>()));
      } else if (item.matches() && !blocks.isEmpty()) {
        blocks.getLast().items.add(new Item(item.group(1), item.group(2).strip(), origin));
      }
    }
    return blocks;
  }

  private void use(Block block) {
    int port =
        block
            .first("port")
            .map(item -> Ints.tryParse(item.value))
            .filter(number -> number > 0 && number <= LAST_PORT)
            .orElse(DNS_PORT);
    for (Item item : block.all("nameserver")) {
      servers.add(item.value, port, item.origin);
    }
    List<Item> search =
        block.first("search domain").isPresent() ? block.all("search domain") : block.all("domain");
    if (!search.isEmpty()) {
      servers.search(search.stream().map(Item::value).toList(), search.getFirst().origin);
    }
    block.first("timeout").ifPresent(item -> servers.timeout(item.value, item.origin));
  }

  private void mention(Block block) {
    String domain = block.first("domain").map(Item::value).orElse("any name");
    remarks.add(
        "resolver #" + block.number + " for " + domain,
        "only the first resolver is used",
        block.origin);
  }

  private record Block(String number, Origin origin, List<Item> items) {

    List<Item> all(String key) {
      return items.stream().filter(item -> item.key.equals(key)).toList();
    }

    Optional<Item> first(String key) {
      return items.stream().filter(item -> item.key.equals(key)).findFirst();
    }
  }

  private record Item(String key, String value, Origin origin) {}
}
