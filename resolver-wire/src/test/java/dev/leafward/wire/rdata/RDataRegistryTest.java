// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.DecodeLimits;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.text.ZoneFileOptions;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RDataRegistryTest {
  private static final DomainName ORIGIN = DomainName.of("example.");

  /** A type of a program's own: the height of a beacon in metres, and its name. */
  private record Beacon(int height, DomainName name) implements RData {
    static final RRType TYPE = RRType.of(65300);

    Beacon {
      if (height == 0) {
        throw new IllegalArgumentException("a beacon has a height");
      }
    }

    static Beacon read(WireReader in) throws WireFormatException {
      return new Beacon(in.u16(), in.name());
    }

    static Beacon parse(TextReader in) throws TextFormatException {
      return new Beacon(in.u16(), in.name());
    }

    @Override
    public RRType type() {
      return TYPE;
    }

    @Override
    public void write(WireWriter out) {
      out.u16(height);
      out.name(name);
    }

    @Override
    public String toString() {
      return height + " " + name;
    }
  }

  private static final RDataRegistry WITH_BEACONS =
      RDataRegistry.builtIn().with(new RDataFormat(Beacon.TYPE, Beacon::read, Beacon::parse));

  private static final String ZONE = "a 60 IN TYPE65300 25 Lindau\nb 60 IN A 192.0.2.1\n";

  private static ResourceRecord first(RDataRegistry registry, String zone) throws Exception {
    ZoneFileOptions options = ZoneFileOptions.builder().registry(registry).build();
    StringReader in = new StringReader(zone);
    try (ZoneFileReader reader = new ZoneFileReader(in, "zone", ORIGIN, options)) {
      return Objects.requireNonNull(reader.next());
    }
  }

  @Test
  void zoneFilesReadTypesOfOnesOwn() throws Exception {
    assertThat(first(WITH_BEACONS, ZONE).data())
        .isEqualTo(new Beacon(25, DomainName.of("lindau.example.")))
        .hasToString("25 Lindau.example.");
    assertThat(first(WITH_BEACONS, "a 60 IN TYPE65300 \\# 3 001900").data())
        .isEqualTo(new Beacon(25, DomainName.ROOT));
    assertThatThrownBy(() -> first(RDataRegistry.builtIn(), ZONE))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("\\# and the data of TYPE65300");
  }

  @Test
  void messagesReadTypesOfOnesOwn() throws Exception {
    ResourceRecord record = first(WITH_BEACONS, ZONE);
    byte[] octets = MessageCodec.encode(answering(record));

    Message known = MessageCodec.decode(octets, DecodeLimits.DEFAULT, WITH_BEACONS);
    Message unknown = MessageCodec.decode(octets);

    assertThat(known.answers()).containsExactly(record);
    assertThat(unknown.answers().get(0).data())
        .hasToString("\\# 18 0019064C696E646175076578616D706C6500");
  }

  private static Message answering(ResourceRecord record) {
    return Message.builder().answer(record).build();
  }

  @Test
  void constructorsRefusalsAreMalformedData() {
    WireReader wire = new WireReader(HexFormat.of().parseHex("000000"));

    assertThatThrownBy(() -> WITH_BEACONS.read(Beacon.TYPE, wire))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("a beacon has a height");
    assertThatThrownBy(() -> WITH_BEACONS.parse(Beacon.TYPE, TextReader.of("0 .", ORIGIN)))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("a beacon has a height");
  }

  @Test
  void builtInTypesCanBeReadInAnotherWay() throws Exception {
    RDataRegistry opaque =
        RDataRegistry.builtIn()
            .with(
                new RDataFormat(
                    RRType.A,
                    in -> new UnknownRData(RRType.A, Octets.of(in.rest())),
                    in -> new UnknownRData(RRType.A, Octets.ofHex(in.token()))));

    assertThat(opaque.read(RRType.A, new WireReader(new byte[5])))
        .isEqualTo(new UnknownRData(RRType.A, Octets.of(new byte[5])));
    assertThat(RDataRegistry.builtIn().read(RRType.A, new WireReader(new byte[4])))
        .isInstanceOf(A.class);
  }

  @Test
  void registriesTellWhatTheyUnderstand() {
    assertThat(RDataRegistry.builtIn().understands(RRType.A)).isTrue();
    assertThat(RDataRegistry.builtIn().understands(Beacon.TYPE)).isFalse();
    assertThat(WITH_BEACONS.understands(Beacon.TYPE)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            RDataRegistry.builtIn().with(new RDataFormat(RRType.OPT, Beacon::read, Beacon::parse)));
  }

  @Test
  void namesOfRecordsThatAreToleratedExpandNoFurtherThanOthers() throws Exception {
    // A question of 255 octets, and 4,000 NS records in its end, each with a label of its own.
    ByteBuffer message = ByteBuffer.allocate(12 + 259 + 4000 * 15);
    message.putShort((short) 1).putShort((short) 0x8000).putShort((short) 1);
    message.putShort((short) 4000).putInt(0);
    for (int length : new int[] {63, 63, 63, 61}) {
      message.put((byte) length).put(new byte[length]);
    }
    message.put((byte) 0).putInt(0x0001_0001);
    while (message.hasRemaining()) {
      message.put((byte) 0).putInt(0x0002_0001).putInt(1).putShort((short) 4);
      message.put((byte) 1).put((byte) 'b').putShort((short) (0xC000 | 12 + 64));
    }

    RDataRegistry tolerant = RDataRegistry.builtIn().tolerant();

    // Each name past the bound would be kept as octets: of so many, the message is not worth it.
    assertThatThrownBy(() -> MessageCodec.decode(message.array(), DecodeLimits.DEFAULT, tolerant))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith("more than 64 records whose data cannot be read");
  }

  @Test
  void keepsWhatIsNoDataOfItsTypeIfToldTo() throws Exception {
    RDataRegistry tolerant = RDataRegistry.builtIn().tolerant();
    Octets three = Octets.of(new byte[] {1, 2, 3});
    Octets five = Octets.of(new byte[] {1, 2, 3, 4, 5});
    assertThat(tolerant.read(RRType.A, new WireReader(three.toArray())))
        .isEqualTo(new UnknownRData(RRType.A, three));
    assertThat(tolerant.read(RRType.A, new WireReader(five.toArray())))
        .isEqualTo(new UnknownRData(RRType.A, five));
    assertThat(tolerant.read(RRType.A, new WireReader(new byte[] {1, 2, 3, 4})))
        .isInstanceOf(A.class);
  }
}
