// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.CharacterStrings;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a service binding, each key at most once.
 *
 * <p>RFC 9460 sections 2.1 and 2.2: keys strictly rise on the wire; as text they come in any order.
 *
 * <pre>{@code
 * ( SvcParamKey u16 | length u16 | SvcParamValue octets )*
 * }</pre>
 *
 * @param list the parameters with their keys in strictly rising order; there may be none
 */
public record SvcParams(List<SvcParam> list) {
  /** No parameters. */
  public static final SvcParams NONE = new SvcParams(List.of());

  /** Checks the order. */
  public SvcParams {
    list = List.copyOf(list);
    int previous = -1;
    for (SvcParam param : list) {
      if (param.key().code() <= previous) {
        throw new IllegalArgumentException("key " + param.key() + " is doubled or out of order");
      }
      previous = param.key().code();
    }
  }

  /**
   * Returns these parameters.
   *
   * @param params in any order
   * @return the parameters in the order of their keys
   * @throws IllegalArgumentException if two have the same key
   */
  public static SvcParams of(SvcParam... params) {
    return sorted(Arrays.asList(params));
  }

  private static SvcParams sorted(List<SvcParam> params) {
    return new SvcParams(params.stream().sorted(Comparator.comparing(SvcParam::key)).toList());
  }

  /**
   * Looks for the parameter of one kind.
   *
   * @param <P> the kind
   * @param kind for instance {@code SvcParam.Alpn.class}
   * @return the parameter, or empty if there is none
   */
  public <P extends SvcParam> Optional<P> find(Class<P> kind) {
    for (SvcParam param : list) {
      if (kind.isInstance(param)) {
        return Optional.of(kind.cast(param));
      }
    }
    return Optional.empty();
  }

  /**
   * Looks for the parameter of a key.
   *
   * @param key any key
   * @return the parameter, or empty if there is none
   */
  public Optional<SvcParam> find(SvcParamKey key) {
    return list.stream().filter(param -> param.key().equals(key)).findFirst();
  }

  /**
   * Says what keeps parameters from being self-consistent (section 2.4.3): mandatory keys that are
   * missing, or {@code mandatory} among them (section 8), or {@code no-default-alpn} without {@code
   * alpn} (section 7.1.1).
   *
   * @return what is wrong, or null
   */
  @Nullable String inconsistency() {
    // The keys in their order: mandatory is the first of all, if it is there.
    List<SvcParamKey> mandatory =
        !list.isEmpty() && list.get(0) instanceof SvcParam.Mandatory first
            ? first.keys()
            : List.of();
    if (!mandatory.isEmpty() && mandatory.get(0).equals(SvcParamKey.MANDATORY)) {
      return "mandatory names itself";
    }
    // Both lists rise, so one walk through both is enough, however many keys there are.
    int next = 0;
    for (SvcParamKey key : mandatory) {
      while (next < list.size() && list.get(next).key().compareTo(key) < 0) {
        next++;
      }
      if (next == list.size() || !list.get(next).key().equals(key)) {
        return "mandatory key " + key + " is missing";
      }
    }
    boolean alpnWanted = find(SvcParam.NoDefaultAlpn.class).isPresent();
    return alpnWanted && find(SvcParam.Alpn.class).isEmpty()
        ? "no-default-alpn without alpn"
        : null;
  }

  /** Reads parameters up to the end of the RDATA. */
  static SvcParams read(WireReader in) throws WireFormatException {
    List<SvcParam> params = new ArrayList<>();
    while (in.hasRemaining()) {
      SvcParamKey key = SvcParamKey.of(in.u16());
      int fence = in.enterFence(in.u16());
      try {
        params.add(SvcParamFormats.read(key, in));
      } catch (IllegalArgumentException e) {
        throw in.malformed("service parameter " + key + ": " + e.getMessage());
      }
      in.leaveFence(fence);
    }
    try {
      return params.isEmpty() ? NONE : new SvcParams(params);
    } catch (IllegalArgumentException e) {
      throw in.malformed("service parameters: " + e.getMessage());
    }
  }

  /**
   * Reads the parameters of a record of this priority, up to the end of the record. What is not
   * self-consistent is an error here: a zone should not publish it (section 2.4.3).
   */
  static SvcParams parse(int priority, TextReader in) throws TextFormatException {
    List<SvcParam> params = new ArrayList<>();
    while (in.hasNext()) {
      params.add(parseOne(in));
    }
    SvcParams all;
    try {
      all = sorted(params);
    } catch (IllegalArgumentException e) {
      throw in.malformed("service parameters that go together (" + e.getMessage() + ")");
    }
    String inconsistency = priority == ServiceBinding.ALIAS_MODE ? null : all.inconsistency();
    if (inconsistency != null) {
      throw in.malformed("service parameters that go together (" + inconsistency + ")");
    }
    return all;
  }

  private static SvcParam parseOne(TextReader in) throws TextFormatException {
    String expectation = "a service parameter such as alpn=h2 or key667=hello";
    String word = in.bareToken(expectation);
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? "" : word.substring(equals + 1);
    SvcParamKey key = SvcParamKey.find(name).orElseThrow(() -> in.malformed(expectation));
    try {
      return name.startsWith(SvcParamKey.GENERIC_PREFIX)
          ? parseGeneric(key, value)
          : SvcParamFormats.parse(key, value);
    } catch (IllegalArgumentException e) {
      throw in.malformed("a value of " + key + " (" + e.getMessage() + ")");
    }
  }

  /** Reads a value that stands behind the number of its key: it is that on the wire. */
  private static SvcParam parseGeneric(SvcParamKey key, String value) {
    WireReader wire = new WireReader(CharacterStrings.unescape(value));
    try {
      SvcParam param = SvcParamFormats.read(key, wire);
      if (wire.hasRemaining()) {
        throw wire.malformed(wire.remaining() + " octets left over");
      }
      return param;
    } catch (WireFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  void write(WireWriter out) {
    for (SvcParam param : list) {
      out.u16(param.key().code());
      int mark = out.beginLength();
      param.write(out);
      out.endLength(mark);
    }
  }

  /**
   * Returns the presentation form.
   *
   * @return the parameters in the order of their keys, parted by blanks
   */
  @Override
  public String toString() {
    return list.stream().map(SvcParam::toString).collect(Collectors.joining(" "));
  }
}
