// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The promises of the codec, each with octets to start from.
 *
 * <p>{@link #check} returns normally when the promise holds for the octets, whether they are
 * accepted or refused with the documented exception. Any other exception or error is a find.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lambdas are stateless
public enum FuzzTarget {
  /** A message decodes or is refused; what decoded encodes to a fixed point. */
  MESSAGE(MessageChecks::roundTrip, Seeds::messages),

  /** A decoded message prints as printable ASCII, in the layout of dig and in our own. */
  MESSAGE_TEXT(MessageChecks::text, Seeds::messages),

  /** A message cut to the limit in the first two octets keeps to it and decodes. */
  TRUNCATION(MessageChecks::truncation, Seeds::limitedMessages),

  /** The data of an OPT record, behind the six octets of its class and TTL. */
  EDNS(MessageChecks::edns, Seeds::edns),

  /** A name anywhere in octets, with compression pointers. */
  NAME(NameChecks::wire, Seeds::names),

  /** The text of a name. */
  NAME_TEXT(NameChecks::text, Seeds::nameTexts),

  /** The type in two octets, then RDATA of that type: octets, value, text, value, octets. */
  RDATA(RDataChecks::wire, Seeds::rdata),

  /** The type in two octets, then the presentation form of data of that type. */
  RDATA_TEXT(RDataChecks::text, Seeds::rdataTexts),

  /** A zone file. */
  ZONE_TEXT(ZoneChecks::text, Seeds::zoneTexts);

  private final Check check;
  private final Supplier<List<byte[]>> seeds;

  FuzzTarget(Check check, Supplier<List<byte[]>> seeds) {
    this.check = check;
    this.seeds = seeds;
  }

  /** One promise. */
  @FunctionalInterface
  private interface Check {
    void on(byte[] octets) throws Exception;
  }

  /**
   * Tries the promise on some octets.
   *
   * @param octets any octets
   * @throws Exception if something else than the documented exception comes of them
   * @throws AssertionError if the result is not what was promised
   */
  public void check(byte[] octets) throws Exception {
    check.on(octets);
  }

  /** Returns octets that the target accepts, to start mutations from. */
  public List<byte[]> seeds() {
    return seeds.get();
  }

  /** Returns the name of the target as commands take it: {@code message-text}. */
  public String commandName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
