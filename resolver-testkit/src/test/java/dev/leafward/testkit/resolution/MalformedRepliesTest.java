// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Reply;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes before the true reply, with its ID, and is no reply at all (TuDoor). */
class MalformedRepliesTest {

  private static final String SERVER = "203.0.113.1";

  private final SimulatedInternet internet = MockInternet.simulated(9);

  private static Arguments shape(String name, UnaryOperator<byte[]> change) {
    return Arguments.of(name, change);
  }

  private static UnaryOperator<byte[]> set(int at, int octet) {
    return octets -> {
      octets[at] = (byte) octet;
      return octets;
    };
  }

  private static UnaryOperator<byte[]> flip(int at, int bits) {
    return octets -> {
      octets[at] ^= (byte) bits;
      return octets;
    };
  }

  private static UnaryOperator<byte[]> cut(int length) {
    return octets -> Arrays.copyOf(octets, length);
  }

  private static UnaryOperator<byte[]> cutFromEnd(int octets) {
    return all -> Arrays.copyOf(all, all.length - octets);
  }

  static Stream<Arguments> shapes() {
    List<Arguments> shapes = new ArrayList<>();
    for (int length : new int[] {0, 1, 2, 3, 6, 11, 12, 13, 17, 20}) {
      shapes.add(shape("cut to " + length + " octets", cut(length)));
    }
    for (int octets : new int[] {1, 2, 4, 8}) {
      shapes.add(shape("cut by " + octets + " octets", cutFromEnd(octets)));
    }
    for (int opcode = 1; opcode <= 6; opcode++) {
      shapes.add(shape("opcode " + opcode, flip(2, opcode << 3)));
    }
    shapes.add(shape("QR=0", flip(2, 0x80)));
    for (int count : new int[] {0, 2, 255}) {
      shapes.add(shape("QDCOUNT " + count, set(5, count)));
    }
    shapes.add(shape("QDCOUNT 65535", octets -> set(4, 255).apply(set(5, 255).apply(octets))));
    shapes.add(shape("ANCOUNT 255", set(7, 255)));
    shapes.add(shape("NSCOUNT 255", set(9, 255)));
    shapes.add(shape("ARCOUNT 255", set(11, 255)));
    shapes.add(
        shape(
            "all counts 65535",
            octets -> {
              Arrays.fill(octets, 4, 12, (byte) 0xFF);
              return octets;
            }));
    shapes.add(shape("other name", flip(13, 1)));
    shapes.add(shape("label too long", set(12, 63)));
    shapes.add(shape("label of type 0x40", set(12, 0x40)));
    shapes.add(shape("label of type 0x80", set(12, 0x80)));
    shapes.add(
        shape(
            "name that points to itself",
            octets -> set(13, 12).apply(set(12, 0xC0).apply(octets))));
    shapes.add(
        shape(
            "name that points forward", octets -> set(13, 60).apply(set(12, 0xC0).apply(octets))));
    shapes.add(shape("other type", octets -> flip(nameEnd(octets) + 1, 3).apply(octets)));
    shapes.add(shape("other class", octets -> flip(nameEnd(octets) + 3, 2).apply(octets)));
    shapes.add(shape("octets behind the end", octets -> Arrays.copyOf(octets, octets.length + 7)));
    shapes.add(
        shape(
            "all zero but the ID",
            octets -> {
              Arrays.fill(octets, 2, octets.length, (byte) 0);
              return octets;
            }));
    shapes.add(
        shape(
            "all ones but the ID",
            octets -> {
              Arrays.fill(octets, 2, octets.length, (byte) 0xFF);
              return octets;
            }));
    shapes.add(shape("REFUSED without a question", bare(Rcode.REFUSED)));
    shapes.add(shape("SERVFAIL without a question", bare(Rcode.SERVFAIL)));
    shapes.add(shape("FORMERR without a question", bare(Rcode.FORMERR)));
    shapes.add(shape("NXDOMAIN without a question", bare(Rcode.NXDOMAIN)));
    return shapes.stream();
  }

  private static int nameEnd(byte[] octets) {
    int at = 12;
    while (octets[at] != 0) {
      at += 1 + octets[at];
    }
    return at + 1;
  }

  private static UnaryOperator<byte[]> bare(Rcode rcode) {
    return octets -> {
      int id = (octets[0] & 0xFF) << 8 | (octets[1] & 0xFF);
      return MessageCodec.encode(Message.builder().id(id).response().rcode(rcode).build());
    };
  }

  @ParameterizedTest(name = "A11, goal 21: {0}")
  @MethodSource("shapes")
  void takesTheTrueReplyThatComesLater(String name, UnaryOperator<byte[]> change) {
    Zoo.in(internet, Zoo.addresses(1));
    internet
        .server(SERVER)
        .responding((query, occasion) -> {
          List<Reply> replies = new ArrayList<>();
          if (occasion.protocol() == Protocol.UDP) {
            replies.add(Reply.of(change.apply(occasion.honest().octets().toArray())));
          }
          replies.add(occasion.honest());
          return replies;
        });
    Resolver resolver = internet.recursive().build();

    assertThat(Zoo.finds(resolver, "ape")).isTrue();
    assertThat(internet.queriesTo(SERVER)).hasSizeLessThanOrEqualTo(2);
  }
}
