// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.CharacterStrings;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Who may issue certificates for a name.
 *
 * <p>RFC 8659 section 4.
 *
 * <pre>{@code
 * +-------+------------+--------+--------+
 * | Flags | Tag Length | Tag    | Value  |
 * | u8    | u8         | ASCII  | octets |
 * +-------+------------+--------+--------+
 * }</pre>
 *
 * @param flags 0..255: {@link #CRITICAL}
 * @param tag 1..255 ASCII letters and digits, for instance {@code issue}; its case means nothing,
 *     but is kept and compared
 * @param value 0 or more octets, in the tag's own form
 */
public record CAA(int flags, String tag, Octets value) implements RData {
  /** The flag that an issuer which does not know the tag must not issue (section 4.1). */
  public static final int CRITICAL = 0x80;

  private static final int MAX_TAG = 255;

  /** Checks the ranges. */
  public CAA {
    Fields.checkU8("flags", flags);
    if (!isTag(tag)) {
      throw new IllegalArgumentException(
          "CAA tag \"" + tag + "\" is not 1..255 letters and digits");
    }
    Objects.requireNonNull(value, "value");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static CAA read(WireReader in) throws WireFormatException {
    int flags = in.u8();
    String tag = new String(in.characterString(), StandardCharsets.ISO_8859_1);
    if (!isTag(tag)) {
      throw in.malformed("CAA tag of other than letters and digits");
    }
    return new CAA(flags, tag, Octets.wrap(in.rest()));
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static CAA parse(TextReader in) throws TextFormatException {
    int flags = in.u8();
    String expectation = "a tag of 1..255 letters and digits";
    String tag = in.token(expectation);
    if (!isTag(tag)) {
      throw in.malformed(expectation);
    }
    return new CAA(flags, tag, Octets.wrap(in.octetString("a value")));
  }

  @Override
  public RRType type() {
    return RRType.CAA;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(flags);
    out.characterString(tag.getBytes(StandardCharsets.US_ASCII));
    value.write(out);
  }

  private static boolean isTag(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_TAG
        && text.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  /**
   * Returns the value as text.
   *
   * @return the value read as UTF-8; what is no UTF-8 is replaced by U+FFFD
   */
  public String valueText() {
    return new String(value.toArray(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return flags + " " + tag + " " + CharacterStrings.quote(value.toArray());
  }
}
