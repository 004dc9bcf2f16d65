// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What holds of the data of every RR type. */
final class RDataChecks {
  private static final int TYPE_OCTETS = 2;

  private RDataChecks() {}

  static void wire(byte[] octets) throws WireFormatException, TextFormatException {
    if (octets.length < TYPE_OCTETS || typeOf(octets).equals(RRType.OPT)) {
      return;
    }
    WireReader in = new WireReader(octets, TYPE_OCTETS, octets.length);
    RData data;
    try {
      data = RDataFormats.read(typeOf(octets), in);
    } catch (WireFormatException refused) {
      Promise.printable(refused.getMessage());
      return;
    }
    if (!in.hasRemaining()) {
      identities(typeOf(octets), data);
    }
  }

  static void text(byte[] octets) throws WireFormatException, TextFormatException {
    if (octets.length < TYPE_OCTETS || typeOf(octets).equals(RRType.OPT)) {
      return;
    }
    int length = octets.length - TYPE_OCTETS;
    String text = new String(octets, TYPE_OCTETS, length, StandardCharsets.ISO_8859_1);
    RData data;
    try {
      data = RDataFormats.parse(typeOf(octets), TextReader.of(text, DomainName.ROOT));
    } catch (TextFormatException refused) {
      return;
    }
    identities(typeOf(octets), data);
  }

  private static RRType typeOf(byte[] octets) {
    return RRType.of(ByteBuffer.wrap(octets).getShort() & 0xFFFF);
  }

  private static void identities(RRType type, RData data)
      throws WireFormatException, TextFormatException {
    Promise.equal(data.type(), type, "type of the data");
    String text = data.toString();
    Promise.printable(text);
    Promise.equal(parse(type, text), data, "data from its text");
    byte[] octets;
    try {
      octets = write(data);
    } catch (WireCapacityException full) {
      Promise.isTrue(text.length() > 0xFFFF, "refused to write");
      return;
    }
    RData again = read(type, octets);
    Promise.equal(again, data, "data from its octets");
    Promise.equal(write(again), octets, "octets of the data");
    Promise.equal(again.toString(), text, "text of the data");
    String generic = "\\# " + octets.length + " " + HexFormat.of().formatHex(octets);
    Promise.equal(parse(type, generic), data, "data from its generic text");
  }

  private static RData parse(RRType type, String text) throws TextFormatException {
    return RDataFormats.parse(type, TextReader.of(text, DomainName.ROOT));
  }

  private static RData read(RRType type, byte[] octets) throws WireFormatException {
    WireReader in = new WireReader(octets);
    RData data = RDataFormats.read(type, in);
    Promise.isTrue(!in.hasRemaining(), "octets left over");
    return data;
  }

  private static byte[] write(RData data) {
    WireWriter out = WireWriter.uncompressed();
    data.write(out);
    return out.toByteArray();
  }
}
