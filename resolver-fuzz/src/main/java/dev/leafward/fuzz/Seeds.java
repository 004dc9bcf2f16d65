// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.UnknownOption;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RDataVectors;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Octets to start from, made of the vectors that the codec's own tests use, so that a new RR type
 * is fuzzed as soon as it has a vector.
 */
public final class Seeds {
  private static final int RECORDS_OF_A_MESSAGE = 6;
  private static final List<Section> SECTIONS = List.of(Section.values());
  private static final List<String> NAMES =
      List.of(
          ".",
          "com.",
          "www.example.com.",
          "a\\.b\\000.example.com.",
          "\\255\\128\\\".Example.",
          "*.x.",
          "l".repeat(63) + ".example.",
          "a.".repeat(127),
          ("x".repeat(61) + ".").repeat(4) + "yyyyy.");
  private static final List<String> OPTIONS =
      List.of(
          "3:", // NSID
          "5:080d", // DAU
          "8:00011800c00002", // ECS of 192.0.2.0/24
          "8:0002380020010db8000000",
          "9:00000e10", // EXPIRE
          "10:0123456789abcdef", // COOKIE
          "10:0123456789abcdef0123456789abcdef",
          "11:012c", // TCP-KEEPALIVE
          "12:0000000000", // PADDING
          "13:076578616d706c6503636f6d00", // CHAIN
          "14:4f669728", // KEY-TAG
          "15:0016" + "6e6f207265706c79", // EDE with a text
          "18:056167656e7407" + "6578616d706c6500", // REPORT-CHANNEL
          "19:020078595894", // ZONEVERSION
          "20292:0001000100000000000000010000003c", // LLQ
          "65001:ffff");

  private Seeds() {}

  /** Messages: queries, replies of one and of many records, with and without EDNS. */
  public static List<byte[]> messages() {
    List<byte[]> messages = new ArrayList<>();
    messages.add(MessageCodec.encode(query("www.example.com.").build()));
    messages.add(MessageCodec.encode(query("example.com.").edns(Edns.of(1232)).build()));
    List<ResourceRecord> records = records();
    for (int from = 0; from < records.size(); from += RECORDS_OF_A_MESSAGE) {
      int to = Math.min(records.size(), from + RECORDS_OF_A_MESSAGE);
      messages.add(MessageCodec.encode(reply(records.subList(from, to))));
    }
    edns().forEach(each -> messages.add(withOpt(each)));
    RDataVectors.ALL.stream()
        .filter(vector -> vector.type().equals(RRType.TSIG))
        .forEach(vector -> messages.add(signed(vector)));
    return messages;
  }

  private static Message.Builder query(String name) {
    return Message.query(new Question(DomainName.of(name), RRType.A)).id(4711).recursionDesired();
  }

  private static Message reply(List<ResourceRecord> records) {
    Message.Builder reply = Message.replyTo(query("www.example.com.").build());
    for (int i = 0; i < records.size(); i++) {
      reply.add(SECTIONS.get(SECTIONS.size() * i / records.size()), records.get(i));
    }
    return reply.edns(Edns.of(1232).withDnssecOk()).build();
  }

  /** A signed reply: a TSIG record is the last of all, or the message is refused. */
  private static byte[] signed(RDataVectors.Vector tsig) {
    byte[] reply = MessageCodec.encode(reply(records().subList(0, 3)));
    byte[] data = tsig.wire();
    ByteBuffer message = ByteBuffer.allocate(reply.length + 11 + data.length);
    message.put(reply).put((byte) 0).putShort((short) tsig.type().code());
    message.putShort((short) RRClass.ANY.code()).putInt(0);
    message.putShort((short) data.length).put(data);
    message.putShort(10, (short) (message.getShort(10) + 1));
    return message.array();
  }

  /** A record of every vector that may stand anywhere, at names that share suffixes. */
  private static List<ResourceRecord> records() {
    List<ResourceRecord> records = new ArrayList<>();
    for (RDataVectors.Vector vector : RDataVectors.ALL) {
      if (vector.type().equals(RRType.OPT) || vector.type().equals(RRType.TSIG)) {
        continue;
      }
      try {
        DomainName owner = DomainName.of("h" + records.size() % 7 + ".Example.com.");
        WireReader in = new WireReader(vector.wire());
        records.add(
            new ResourceRecord(owner, RRClass.IN, 3600L, RDataFormats.read(vector.type(), in)));
      } catch (WireFormatException e) {
        throw new IllegalStateException(vector + " is no vector", e);
      }
    }
    return records;
  }

  private static byte[] withOpt(byte[] edns) {
    byte[] query = MessageCodec.encode(query("www.example.com.").build());
    ByteBuffer message = ByteBuffer.allocate(query.length + 5 + edns.length);
    message.put(query).put((byte) 0).putShort((short) RRType.OPT.code()).put(edns, 0, 6);
    message.putShort((short) (edns.length - 6)).put(edns, 6, edns.length - 6);
    message.putShort(10, (short) 1);
    return message.array();
  }

  static List<byte[]> limitedMessages() {
    List<byte[]> messages = messages();
    return IntStream.range(0, messages.size())
        .mapToObj(i -> prefixed(64 + 50 * (i % 10), messages.get(i)))
        .toList();
  }

  /** Class and TTL of an OPT record, and its options: each alone, and all together. */
  static List<byte[]> edns() {
    Stream<Edns> single =
        OPTIONS.stream().map(option -> Edns.of(1232).withDnssecOk().withOption(option(option)));
    Edns all = Edns.of(4096);
    for (String option : OPTIONS) {
      all = all.withOption(option(option));
    }
    return Stream.concat(single, Stream.of(Edns.of(512), all)).map(Seeds::opt).toList();
  }

  private static UnknownOption option(String text) {
    int colon = text.indexOf(':');
    return new UnknownOption(
        Integer.parseInt(text.substring(0, colon)), Octets.ofHex(text.substring(colon + 1)));
  }

  private static byte[] opt(Edns edns) {
    int length = edns.options().stream().mapToInt(option -> 4 + option.payload().length()).sum();
    ByteBuffer opt = ByteBuffer.allocate(6 + length).putShort((short) edns.udpPayloadSize());
    opt.put((byte) 0).put((byte) edns.version()).putShort((short) edns.flags());
    edns.options()
        .forEach(option ->
            opt.putShort((short) option.code())
                .putShort((short) option.payload().length())
                .put(option.payload().toArray()));
    return opt.array();
  }

  static List<byte[]> names() {
    byte[] compressed = HexFormat.of().parseHex("0378797a03636f6d0001610362c003c000c00a");
    Stream<byte[]> plain = NAMES.stream().map(name -> DomainName.of(name).toWire());
    return Stream.concat(plain, Stream.of(compressed)).toList();
  }

  static List<byte[]> nameTexts() {
    return Stream.concat(NAMES.stream(), Stream.of("@", "relative", "xn--bcher-kva.example"))
        .map(name -> name.getBytes(ISO_8859_1))
        .toList();
  }

  static List<byte[]> rdata() {
    return RDataVectors.ALL.stream()
        .map(vector -> prefixed(vector.type().code(), vector.wire()))
        .toList();
  }

  static List<byte[]> rdataTexts() {
    return RDataVectors.ALL.stream()
        .map(vector -> prefixed(vector.type().code(), vector.text().getBytes(ISO_8859_1)))
        .toList();
  }

  private static byte[] prefixed(int number, byte[] octets) {
    return ByteBuffer.allocate(2 + octets.length).putShort((short) number).put(octets).array();
  }

  /** One zone of the usual shape, and the records of all vectors, some lines at a time. */
  static List<byte[]> zoneTexts() {
    String zone =
        """
        $ORIGIN example.
        $TTL 1h
        @ IN SOA ns1 hostmaster (
               2026112201 ; serial
               1d 2h 4w 5m )
          NS ns1
          NS ns2.example.com.
        ns1 300 A 192.0.2.1
            IN 1w2d AAAA 2001:db8::1
        *.w TXT "a;b" c\\032d "\\"\\255"
        t TYPE65280 \\# 3 abcdef
        $ORIGIN sub
        x CNAME @
        $GENERATE 1-9/2 h$ 300 IN A 192.0.2.$
        $GENERATE 0-3 ${8,3,x}.g PTR h${-1,0,d}.example.
        """;
    List<ResourceRecord> records = records();
    List<byte[]> texts = new ArrayList<>(List.of(zone.getBytes(ISO_8859_1)));
    for (int from = 0; from < records.size(); from += RECORDS_OF_A_MESSAGE) {
      StringBuilder text = new StringBuilder();
      int to = Math.min(records.size(), from + RECORDS_OF_A_MESSAGE);
      records.subList(from, to).forEach(each -> text.append(each).append('\n'));
      texts.add(text.toString().getBytes(ISO_8859_1));
    }
    return texts;
  }
}
