// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.CharacterStrings;
import dev.leafward.wire.io.WireWriter;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One parameter of a service binding: a key and its value.
 *
 * <p>RFC 9460 section 7 and the registry of its section 14.3; the text forms are those of its
 * section 2.1 and appendix A, as dig prints them. Values are checked as far as their own form goes;
 * what holds between parameters is the matter of {@link SvcParams}.
 */
public sealed interface SvcParam {
  /**
   * Returns the key.
   *
   * @return the same for every value of one implementation, but for {@link Unknown}
   */
  SvcParamKey key();

  /**
   * Appends the value's wire form, without key and length.
   *
   * @param out where to write
   */
  void write(WireWriter out);

  /**
   * Returns the presentation form.
   *
   * @return the key, and, if it has a value, an equals sign and the value
   */
  @Override
  String toString();

  /**
   * The keys that a client must understand to use the record.
   *
   * @param keys at least one, in rising order, without {@code mandatory} itself
   */
  record Mandatory(List<SvcParamKey> keys) implements SvcParam {
    /** Checks the order. */
    public Mandatory {
      keys = List.copyOf(keys);
      int previous = -1;
      for (SvcParamKey key : keys) {
        if (key.code() <= previous) {
          throw new IllegalArgumentException("key " + key + " is doubled or out of order");
        }
        previous = key.code();
      }
      checkSome(keys, "key");
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.MANDATORY;
    }

    @Override
    public void write(WireWriter out) {
      keys.forEach(key -> out.u16(key.code()));
    }

    @Override
    public String toString() {
      return key() + "=" + joined(keys);
    }
  }

  /**
   * The application protocols above TLS, besides the scheme's default one.
   *
   * @param protocols at least one identifier of RFC 7301, each of 1..255 octets
   */
  record Alpn(List<CharacterString> protocols) implements SvcParam {
    /** Checks that there is a protocol, and no empty one. */
    public Alpn {
      protocols = List.copyOf(protocols);
      checkSome(protocols, "protocol");
      for (CharacterString protocol : protocols) {
        if (protocol.length() == 0) {
          throw new IllegalArgumentException("a protocol has no octets");
        }
      }
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.ALPN;
    }

    @Override
    public void write(WireWriter out) {
      protocols.forEach(protocol -> protocol.write(out));
    }

    @Override
    public String toString() {
      return key() + "=" + CharacterStrings.quote(SvcValueList.join(protocols));
    }
  }

  /** The endpoint does not speak the scheme's default protocol. */
  record NoDefaultAlpn() implements SvcParam {
    @Override
    public SvcParamKey key() {
      return SvcParamKey.NO_DEFAULT_ALPN;
    }

    @Override
    public void write(WireWriter out) {}

    @Override
    public String toString() {
      return key().toString();
    }
  }

  /**
   * The port of the endpoint.
   *
   * @param number 0..65535
   */
  record Port(int number) implements SvcParam {
    /** Checks the range. */
    public Port {
      Fields.checkU16("port", number);
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.PORT;
    }

    @Override
    public void write(WireWriter out) {
      out.u16(number);
    }

    @Override
    public String toString() {
      return key() + "=" + number;
    }
  }

  /**
   * IPv4 addresses to try before the target's are known.
   *
   * @param addresses at least one
   */
  record Ipv4Hint(List<Inet4Address> addresses) implements SvcParam {
    /** Checks that there is an address. */
    public Ipv4Hint {
      addresses = AddressList.copyOf(addresses);
      checkSome(addresses, "address");
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.IPV4HINT;
    }

    @Override
    public void write(WireWriter out) {
      addresses.forEach(address -> Addresses.write(address, out));
    }

    @Override
    public String toString() {
      return key() + "=" + joined(addresses.stream().map(Addresses::format).toList());
    }
  }

  /**
   * The configuration of TLS Encrypted ClientHello.
   *
   * @param configurations an ECHConfigList of RFC 9849, at least one octet, not looked into
   */
  record Ech(Octets configurations) implements SvcParam {
    /** Checks that there are octets. */
    public Ech {
      Fields.checkNotEmpty("configuration", configurations);
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.ECH;
    }

    @Override
    public void write(WireWriter out) {
      configurations.write(out);
    }

    @Override
    public String toString() {
      return key() + "=" + configurations.base64();
    }
  }

  /**
   * IPv6 addresses to try before the target's are known.
   *
   * @param addresses at least one
   */
  record Ipv6Hint(List<Inet6Address> addresses) implements SvcParam {
    /** Checks that there is an address. */
    public Ipv6Hint {
      addresses = AddressList.copyOf(addresses);
      checkSome(addresses, "address");
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.IPV6HINT;
    }

    @Override
    public void write(WireWriter out) {
      addresses.forEach(address -> Addresses.write(address, out));
    }

    @Override
    public String toString() {
      return key() + "=" + joined(addresses.stream().map(Addresses::format).toList());
    }
  }

  /**
   * Where DNS over HTTPS is served.
   *
   * @param template a relative URI template (RFC 6570), not empty; its variable {@code dns} is not
   *     looked for
   */
  record DohPath(String template) implements SvcParam {
    /** Checks that there is a template. */
    public DohPath {
      if (template.isEmpty()) {
        throw new IllegalArgumentException("a template has no octets");
      }
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.DOHPATH;
    }

    @Override
    public void write(WireWriter out) {
      out.octets(template.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return key() + "=" + CharacterStrings.quote(template.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The endpoint is a target of Oblivious HTTP. */
  record Ohttp() implements SvcParam {
    @Override
    public SvcParamKey key() {
      return SvcParamKey.OHTTP;
    }

    @Override
    public void write(WireWriter out) {}

    @Override
    public String toString() {
      return key().toString();
    }
  }

  /**
   * The named groups that the TLS server supports.
   *
   * @param groups at least one of IANA's numbers 0..65535, none twice
   */
  record TlsSupportedGroups(List<Integer> groups) implements SvcParam {
    /** Checks ranges and doubles. */
    public TlsSupportedGroups {
      groups = List.copyOf(groups);
      checkSome(groups, "group");
      int[] sorted = new int[groups.size()];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = groups.get(i);
        Fields.checkU16("group", sorted[i]);
      }
      Arrays.sort(sorted);
      for (int i = 1; i < sorted.length; i++) {
        if (sorted[i] == sorted[i - 1]) {
          throw new IllegalArgumentException("a group stands twice");
        }
      }
    }

    @Override
    public SvcParamKey key() {
      return SvcParamKey.TLS_SUPPORTED_GROUPS;
    }

    @Override
    public void write(WireWriter out) {
      groups.forEach(out::u16);
    }

    @Override
    public String toString() {
      return key() + "=" + joined(groups);
    }
  }

  /**
   * A parameter that Leafward does not take apart.
   *
   * @param key a key without a record here
   * @param value 0..65535 octets
   */
  record Unknown(SvcParamKey key, Octets value) implements SvcParam {
    /** Checks that the key is one of those. */
    public Unknown {
      if (SvcParamFormats.understands(key)) {
        throw new IllegalArgumentException(key + " is a key with a record of its own");
      }
      Objects.requireNonNull(value, "value");
    }

    @Override
    public void write(WireWriter out) {
      value.write(out);
    }

    @Override
    public String toString() {
      return value.isEmpty() ? key.toString() : key + "=" + CharacterStrings.quote(value.toArray());
    }
  }

  private static void checkSome(List<?> values, String what) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is no " + what);
    }
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
