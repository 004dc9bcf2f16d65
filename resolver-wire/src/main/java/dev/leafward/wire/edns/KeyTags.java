// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which trust anchors a validator has: KEY-TAG.
 *
 * <p>RFC 8145 section 4.1: numbers of 16 bits, at least one.
 *
 * @param octets the key tags as they stand on the wire, two octets each: a list of numbers would
 *     take many times the room
 */
public record KeyTags(Octets octets) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 14;

  /** Checks that there is at least one, and no half of one. */
  public KeyTags {
    if (!isWhole(octets.length())) {
      throw new IllegalArgumentException("key tags of " + octets.length() + " octets");
    }
  }

  private static boolean isWhole(int octets) {
    return octets > 0 && octets % Short.BYTES == 0;
  }

  /**
   * Makes the option.
   *
   * @param tags at least one key tag, each 0 to 65535
   */
  public static KeyTags of(int... tags) {
    WireWriter out = WireWriter.uncompressed();
    for (int tag : tags) {
      OptionFields.checkU16("key tag", tag);
      out.u16(tag);
    }
    return new KeyTags(Octets.of(out.toByteArray()));
  }

  /** Reads the wire form. */
  static KeyTags read(WireReader in) throws WireFormatException {
    if (!isWhole(in.remaining())) {
      throw in.malformed("key tags of " + in.remaining() + " octets");
    }
    return new KeyTags(OptionFields.rest(in));
  }

  /** Returns the key tags, each 0 to 65535; at least one. */
  public List<Integer> tags() {
    List<Integer> tags = new ArrayList<>();
    for (int i = 0; i < octets.length(); i += Short.BYTES) {
      tags.add((octets.octetAt(i) << Byte.SIZE) | octets.octetAt(i + 1));
    }
    return tags;
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    octets.write(out);
  }

  @Override
  public String toString() {
    return "KEY-TAG: " + tags().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
