// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.CharacterStrings;
import dev.leafward.wire.io.IpText;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * The registry of service parameters: finds the reader for a key.
 *
 * <p>RFC 9460 section 7. What is wrong with a value is an {@link IllegalArgumentException} here;
 * {@link SvcParams} knows what to make of it.
 */
final class SvcParamFormats {
  private static final int MAX_NUMBER = 0xFFFF;

  private SvcParamFormats() {}

  static boolean understands(SvcParamKey key) {
    return key.code() <= SvcParamKey.TLS_SUPPORTED_GROUPS.code();
  }

  /** Reads the value up to the fence, or part of it: whoever set the fence sees what is left. */
  static SvcParam read(SvcParamKey key, WireReader in) throws WireFormatException {
    return switch (key.code()) {
      case 0 -> new SvcParam.Mandatory(list(in, 2, wire -> SvcParamKey.of(wire.u16())));
      case 1 -> new SvcParam.Alpn(list(in, 2, CharacterString::read));
      case 2 -> new SvcParam.NoDefaultAlpn();
      case 3 -> new SvcParam.Port(in.u16());
      case 4 -> new SvcParam.Ipv4Hint(AddressList.v4(in.rest()));
      case 5 -> new SvcParam.Ech(Octets.wrap(in.rest()));
      case 6 -> new SvcParam.Ipv6Hint(AddressList.v6(in.rest()));
      case 7 -> new SvcParam.DohPath(utf8(in.rest()));
      case 8 -> new SvcParam.Ohttp();
      case 9 -> new SvcParam.TlsSupportedGroups(list(in, 2, WireReader::u16));
      default -> new SvcParam.Unknown(key, Octets.wrap(in.rest()));
    };
  }

  @FunctionalInterface
  private interface FromWire<T> {
    T read(WireReader in) throws WireFormatException;
  }

  private static <T> List<T> list(WireReader in, int usualOctets, FromWire<T> item)
      throws WireFormatException {
    List<T> items = Fields.listFor(in, usualOctets);
    while (in.hasRemaining()) {
      items.add(item.read(in));
    }
    return items;
  }

  /**
   * Reads the text of a value behind a key's own name. Only the values that are free text may have
   * escapes (RFC 9460 sections 7 and 8, each key's presentation format).
   */
  static SvcParam parse(SvcParamKey key, String value) {
    return switch (key.code()) {
      case 0 ->
          new SvcParam.Mandatory(list(value, SvcParamFormats::key).stream().sorted().toList());
      case 1 -> new SvcParam.Alpn(SvcValueList.split(CharacterStrings.unescape(value)));
      case 2 -> valueless(value, new SvcParam.NoDefaultAlpn());
      case 3 -> new SvcParam.Port(number(value));
      case 4 -> new SvcParam.Ipv4Hint(list(value, text -> Addresses.v4(IpText.parseV4(text))));
      case 5 -> new SvcParam.Ech(Octets.wrap(Base64.getDecoder().decode(value)));
      case 6 -> new SvcParam.Ipv6Hint(list(value, text -> Addresses.v6(IpText.parseV6(text))));
      case 7 -> new SvcParam.DohPath(utf8(CharacterStrings.unescape(value)));
      case 8 -> valueless(value, new SvcParam.Ohttp());
      case 9 -> new SvcParam.TlsSupportedGroups(list(value, SvcParamFormats::number));
      default -> new SvcParam.Unknown(key, Octets.wrap(CharacterStrings.unescape(value)));
    };
  }

  private static <T> List<T> list(String value, Function<String, T> item) {
    return Arrays.stream(value.split(",", -1)).map(item).toList();
  }

  private static SvcParamKey key(String text) {
    return SvcParamKey.find(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" names no key"));
  }

  private static int number(String text) {
    int value = 0;
    for (int i = 0; i < text.length() && value <= MAX_NUMBER; i++) {
      char c = text.charAt(i);
      value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : MAX_NUMBER + 1;
    }
    if (text.isEmpty() || value > MAX_NUMBER) {
      throw new IllegalArgumentException("\"" + text + "\" is no number in 0..65535");
    }
    return value;
  }

  private static SvcParam valueless(String value, SvcParam param) {
    if (!value.isEmpty()) {
      throw new IllegalArgumentException("the key has no value");
    }
    return param;
  }

  private static String utf8(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the octets are no UTF-8", e);
    }
  }
}
