// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads and writes one or more character strings up to the end of the data: the shape of TXT, and
 * of the types that took it over.
 *
 * <p>RFC 1035 section 3.3.14.
 */
final class CharacterStringList {
  private CharacterStringList() {}

  static List<CharacterString> checked(RRType type, List<CharacterString> strings) {
    if (strings.isEmpty()) {
      throw new IllegalArgumentException(type + " data has at least one string");
    }
    return List.copyOf(strings);
  }

  static List<CharacterString> read(WireReader in) throws WireFormatException {
    CharacterString first = CharacterString.read(in);
    if (!in.hasRemaining()) {
      return List.of(first);
    }
    CharacterString[] strings = new CharacterString[1 + count(in)];
    strings[0] = first;
    for (int i = 1; i < strings.length; i++) {
      strings[i] = CharacterString.read(in);
    }
    return List.of(strings);
  }

  /** Counts the strings that are left, so that no list has to grow. */
  private static int count(WireReader in) throws WireFormatException {
    WireReader ahead = in.copy();
    int count = 0;
    while (ahead.hasRemaining()) {
      ahead.skip(ahead.u8());
      count++;
    }
    return count;
  }

  static List<CharacterString> parse(TextReader in) throws TextFormatException {
    List<CharacterString> strings = new ArrayList<>();
    do {
      strings.add(CharacterString.parse(in));
    } while (in.hasNext());
    return strings;
  }

  static void write(List<CharacterString> strings, WireWriter out) {
    for (CharacterString string : strings) {
      string.write(out);
    }
  }

  static String format(List<CharacterString> strings) {
    return strings.stream().map(CharacterString::toString).collect(Collectors.joining(" "));
  }
}
