// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.CharacterStrings;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.nio.charset.StandardCharsets;

/**
 * A resource that a name stands for.
 *
 * <p>RFC 7553 section 4.
 *
 * <pre>{@code
 * +----------+--------+--------+
 * | Priority | Weight | Target |
 * | u16      | u16    | octets |
 * +----------+--------+--------+
 * }</pre>
 *
 * @param priority 0..65535, lower is tried first
 * @param weight 0..65535, the share among those of one priority
 * @param target the URI, at least one octet, not looked into
 */
public record URI(int priority, int weight, Octets target) implements RData {
  /** Checks the ranges. */
  public URI {
    Fields.checkU16("priority", priority);
    Fields.checkU16("weight", weight);
    Fields.checkNotEmpty("target", target);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static URI read(WireReader in) throws WireFormatException {
    return new URI(in.u16(), in.u16(), Fields.rest(in, "target"));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static URI parse(TextReader in) throws TextFormatException {
    int priority = in.u16();
    int weight = in.u16();
    Octets target = Octets.wrap(in.octetString("a URI"));
    if (target.isEmpty()) {
      throw in.malformed("a URI");
    }
    return new URI(priority, weight, target);
  }

  @Override
  public RRType type() {
    return RRType.URI;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(priority);
    out.u16(weight);
    target.write(out);
  }

  /**
   * Returns the URI as text.
   *
   * @return the target read as UTF-8; what is no UTF-8 is replaced by U+FFFD
   */
  public String targetText() {
    return new String(target.toArray(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return priority + " " + weight + " " + CharacterStrings.quote(target.toArray());
  }
}
