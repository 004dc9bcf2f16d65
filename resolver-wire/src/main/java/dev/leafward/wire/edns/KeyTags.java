// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which trust anchors a validator has: KEY-TAG.
 *
 * <p>RFC 8145 section 4.1: numbers of 16 bits, at least one.
 *
 * @param tags the key tags, each 0 to 65535
 */
public record KeyTags(List<Integer> tags) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 14;

  /** Checks the ranges and that there is one. */
  public KeyTags {
    tags = List.copyOf(tags);
    tags.forEach(tag -> OptionFields.checkU16("key tag", tag));
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("no key tags");
    }
  }

  /** Reads the wire form. */
  static KeyTags read(WireReader in) throws WireFormatException {
    List<Integer> tags = new ArrayList<>();
    do {
      tags.add(in.u16());
    } while (in.hasRemaining());
    return new KeyTags(tags);
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    tags.forEach(out::u16);
  }

  @Override
  public String toString() {
    return "KEY-TAG: " + tags.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
