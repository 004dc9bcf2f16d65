// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import dev.leafward.resolver.config.AddressBlock;
import dev.leafward.resolver.system.PolicyTable.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads {@code gai.conf(5)} as glibc does. */
final class GaiConfParser {

  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;
  private static final int MAPPED_BITS = IPV6_BITS - IPV4_BITS;
  private static final String MAPPED = "::ffff:";

  private final String source;
  private final List<Rule> labels = new ArrayList<>();
  private final List<Rule> precedences = new ArrayList<>();
  private final List<Rule> scopes = new ArrayList<>();
  private final Remarks ignored;

  GaiConfParser(String source) {
    this.source = source;
    this.ignored = new Remarks(source);
  }

  PolicyTable parse(String text) {
    int number = 0;
    for (String line : Lines.of(text, Lines.OF_SETTINGS, ignored)) {
      number++;
      int comment = line.indexOf('#');
      String rule = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!rule.isEmpty()) {
        read(rule, new Origin(source, number));
      }
    }
    return new PolicyTable(
        labels.isEmpty() ? PolicyTable.DEFAULT.labels() : labels,
        precedences.isEmpty() ? PolicyTable.DEFAULT.precedences() : precedences,
        scopes.isEmpty() ? PolicyTable.DEFAULT.scopesOfIpv4() : scopes,
        ignored.list());
  }

  private void read(String line, Origin origin) {
    String[] words = line.split("\\s+");
    switch (words[0]) {
      case "label" -> add(labels, words, 0, line, origin);
      case "precedence" -> add(precedences, words, 0, line, origin);
      case "scopev4" -> add(scopes, words, MAPPED_BITS, line, origin);
      case "reload" -> ignored.add(line, "changes are always picked up", origin);
      default -> ignored.add(line, "no such keyword", origin);
    }
  }

  private void add(List<Rule> rules, String[] words, int leastBits, String line, Origin origin) {
    if (words.length < 3) {
      ignored.add(line, "a prefix and a number must follow", origin);
      return;
    }
    OptionalInt value = number(words[2]);
    boolean bareIpv4 = leastBits > 0 && !words[1].contains(":");
    int slash = words[1].indexOf('/');
    String address = slash < 0 ? words[1] : words[1].substring(0, slash);
    OptionalInt bits =
        slash < 0
            ? OptionalInt.of(bareIpv4 ? IPV4_BITS : IPV6_BITS)
            : number(words[1].substring(slash + 1));
    if (value.isEmpty() || bits.isEmpty()) {
      ignored.add(line, "a number is none", origin);
      return;
    }
    int length = bits.getAsInt() + (bareIpv4 ? MAPPED_BITS : 0);
    String prefix = bareIpv4 ? MAPPED + address : address;
    if (length < leastBits || !prefix.contains(":")) {
      ignored.add(line, "no such prefix", origin);
      return;
    }
    try {
      AddressBlock block = AddressBlock.parse(prefix + "/" + length);
      rules.add(new Rule(block, length, value.getAsInt(), origin));
    } catch (IllegalArgumentException e) {
      ignored.add(line, "no such prefix", origin);
    }
  }

  private static OptionalInt number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
