// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import java.util.Objects;

/**
 * How the data of one RR type is read: the type, and a reader for each of its two forms.
 *
 * <p>Writing needs no entry here: every {@link RData} writes itself.
 *
 * @param type the type
 * @param fromWire reads its wire form
 * @param fromText reads its presentation form
 */
public record RDataFormat(RRType type, FromWire fromWire, FromText fromText) {
  /** Checks that all three are there. */
  public RDataFormat {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(fromWire, "fromWire");
    Objects.requireNonNull(fromText, "fromText");
  }

  /** Reads the wire form of one type, up to the fence of the RDATA. */
  @FunctionalInterface
  public interface FromWire {
    /**
     * Reads the data of one record.
     *
     * @param in a reader fenced to the RDATA
     * @return the data
     * @throws WireFormatException if the octets are no such data
     */
    RData read(WireReader in) throws WireFormatException;
  }

  /** Reads the presentation form of one type, up to the end of the record. */
  @FunctionalInterface
  public interface FromText {
    /**
     * Reads the data of one record.
     *
     * @param in the words of the record's data
     * @return the data
     * @throws TextFormatException if the words are no such data
     */
    RData parse(TextReader in) throws TextFormatException;
  }

  /**
   * Returns this format with the refusals of a value's constructor turned into the exceptions that
   * readers may throw, so that a program's own type cannot break the promise of {@code
   * MessageCodec}.
   */
  RDataFormat guarded() {
    return new RDataFormat(
        type,
        in -> {
          try {
            return fromWire.read(in);
          } catch (IllegalArgumentException e) {
            throw in.malformed(reason(e));
          }
        },
        in -> {
          try {
            return fromText.parse(in);
          } catch (IllegalArgumentException e) {
            throw in.malformed("data of " + type + " (" + reason(e) + ")");
          }
        });
  }

  private static String reason(IllegalArgumentException e) {
    return e.getMessage() != null ? e.getMessage() : "unacceptable data";
  }
}
