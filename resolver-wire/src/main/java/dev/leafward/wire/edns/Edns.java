// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the OPT pseudo-record of a message says.
 *
 * <p>RFC 6891 6.1. Options are kept in order, unknown ones too. The upper bits of the response
 * code, which OPT also carries, are not here: a message has one response code of 12 bits.
 *
 * @param udpPayloadSize the largest UDP payload the sender takes, in octets, 0 to 65535, as it was
 *     written; see {@link #replyLimit} for what it means
 * @param version the EDNS version, 0 to 255; only 0 is defined
 * @param flags all 16 flag bits; {@link #DO} is the one in use
 * @param options the options in order
 */
public record Edns(int udpPayloadSize, int version, int flags, List<EdnsOption> options) {
  /** The payload size that avoids fragments on nearly every path, in octets (RFC 9715). */
  public static final int DEFAULT_SIZE = 1232;

  /** The payload that every DNS implementation takes, in octets (RFC 1035 4.2.1). */
  public static final int MINIMUM_SIZE = 512;

  /** The flag "DNSSEC OK" (RFC 3225). */
  public static final int DO = 0x8000;

  /** Checks the ranges and copies the list. */
  public Edns {
    if (udpPayloadSize < 0 || udpPayloadSize > 0xFFFF) {
      throw new IllegalArgumentException("UDP payload size " + udpPayloadSize);
    }
    if (version < 0 || version > 0xFF) {
      throw new IllegalArgumentException("EDNS version " + version);
    }
    if (flags < 0 || flags > 0xFFFF) {
      throw new IllegalArgumentException("EDNS flags " + flags);
    }
    options = List.copyOf(options);
  }

  /** Makes EDNS version 0 with that payload size, no flags and no options. */
  public static Edns of(int udpPayloadSize) {
    return new Edns(udpPayloadSize, 0, 0, List.of());
  }

  /** Says whether the sender wants DNSSEC records (RFC 3225). */
  public boolean dnssecOk() {
    return (flags & DO) != 0;
  }

  /**
   * Returns the most octets a UDP reply to the sender may have: sizes below 512 count as 512 (RFC
   * 6891 6.2.3).
   */
  public int replyLimit() {
    return Math.max(MINIMUM_SIZE, udpPayloadSize);
  }

  /** Returns the first option with that code. */
  public Optional<EdnsOption> option(int code) {
    return options.stream().filter(option -> option.code() == code).findFirst();
  }

  /**
   * Returns the first option of that kind; a malformed one is none, see {@link EdnsOptionFormats}.
   *
   * @param kind the class of the option, such as {@link Cookie}
   */
  public <T extends EdnsOption> Optional<T> option(Class<T> kind) {
    return options.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Returns the same with the flag "DNSSEC OK" set. */
  public Edns withDnssecOk() {
    return new Edns(udpPayloadSize, version, flags | DO, options);
  }

  /** Returns the same with another payload size. */
  public Edns withUdpPayloadSize(int octets) {
    return new Edns(octets, version, flags, options);
  }

  /** Returns the same with one more option at the end. */
  public Edns withOption(EdnsOption option) {
    List<EdnsOption> more = new ArrayList<>(options);
    more.add(option);
    return new Edns(udpPayloadSize, version, flags, more);
  }
}
