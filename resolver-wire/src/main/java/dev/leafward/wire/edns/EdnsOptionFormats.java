// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.rdata.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one list of EDNS options that this library understands (RFC 6891 6.1.2).
 *
 * <p>To add an option: one file with its record, one line here.
 *
 * <p>No data makes reading fail. What is not of its option's form is kept as an {@link
 * UnknownOption}, so that a server's slip in an option does not cost its answer; whoever needs an
 * option asks for its type and does not find it. Either way the option is written as it was read.
 */
public final class EdnsOptionFormats {
  /** Sorted by number. */
  private static final List<Format> LIST =
      List.of(
          new Format(LongLivedQuery.CODE, LongLivedQuery::read),
          new Format(UpdateLease.CODE, UpdateLease::read),
          new Format(ServerIdentifier.CODE, ServerIdentifier::read),
          new Format(AlgorithmsUnderstood.DAU, AlgorithmsUnderstood::readDau),
          new Format(AlgorithmsUnderstood.DHU, AlgorithmsUnderstood::readDhu),
          new Format(AlgorithmsUnderstood.N3U, AlgorithmsUnderstood::readN3u),
          new Format(ClientSubnet.CODE, ClientSubnet::read),
          new Format(Expire.CODE, Expire::read),
          new Format(Cookie.CODE, Cookie::read),
          new Format(TcpKeepalive.CODE, TcpKeepalive::read),
          new Format(Padding.CODE, Padding::read),
          new Format(Chain.CODE, Chain::read),
          new Format(KeyTags.CODE, KeyTags::read),
          new Format(ExtendedError.CODE, ExtendedError::read),
          new Format(ClientTag.CODE, ClientTag::read),
          new Format(ServerTag.CODE, ServerTag::read),
          new Format(ReportChannel.CODE, ReportChannel::read),
          new Format(ZoneVersion.CODE, ZoneVersion::read));

  private static final @Nullable FromWire[] BY_CODE = new FromWire[ZoneVersion.CODE + 1];

  static {
    for (Format format : LIST) {
      BY_CODE[format.code()] = format.fromWire();
    }
  }

  private EdnsOptionFormats() {}

  /** Reads the data of one option, all of which must be used up. */
  @FunctionalInterface
  private interface FromWire {
    EdnsOption read(WireReader in) throws WireFormatException;
  }

  private record Format(int code, FromWire fromWire) {}

  /**
   * Reads one option.
   *
   * @param code the option's code: 0 to 65535
   * @param payload its data
   * @return the option; {@link UnknownOption} if the code is not known, or the data is not of its
   *     form
   * @throws IllegalArgumentException if the code is out of range
   */
  public static EdnsOption read(int code, Octets payload) {
    return read(code, payload.toArray());
  }

  static EdnsOption read(int code, byte[] payload) {
    FromWire fromWire = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    if (fromWire != null) {
      WireReader in = new WireReader(payload);
      try {
        EdnsOption option = fromWire.read(in);
        if (!in.hasRemaining()) {
          return option;
        }
      } catch (WireFormatException malformed) {
        return new UnknownOption(code, Octets.of(payload));
      }
    }
    return new UnknownOption(code, Octets.of(payload));
  }
}
