// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Occasion;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.UnknownOption;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.rdata.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that cannot cope with a query as it should be (RFC 8906 section 3). */
class MisbehaviourTest {

  private static final String SERVER = "203.0.113.1";

  private final SimulatedInternet internet = MockInternet.simulated(10);

  private static Message.Builder honest(Occasion occasion) {
    return occasion.honestMessage().toBuilder();
  }

  private static Arguments answers(
      String name, BiFunction<Message, Occasion, Message.Builder> reply) {
    return Arguments.of(name, true, responder(reply));
  }

  private static Arguments fails(
      String name, BiFunction<Message, Occasion, Message.Builder> reply) {
    return Arguments.of(name, false, responder(reply));
  }

  private static Responder responder(BiFunction<Message, Occasion, Message.Builder> reply) {
    return (query, occasion) ->
        List.of(Reply.of(MessageCodec.encode(reply.apply(query, occasion).build())));
  }

  private static BiFunction<Message, Occasion, Message.Builder> toEdns(Rcode rcode) {
    return (query, occasion) ->
        query.edns().isPresent()
            ? Message.replyTo(query).withoutEdns().rcode(rcode)
            : honest(occasion);
  }

  private static BiFunction<Message, Occasion, Message.Builder> toOptions(Rcode rcode) {
    return (query, occasion) ->
        query.edns().isPresent() && !query.edns().get().options().isEmpty()
            ? Message.replyTo(query).rcode(rcode)
            : honest(occasion);
  }

  static Stream<Arguments> shapes() {
    Edns plain = Edns.of(1232);
    return Stream.of(
        answers("no OPT in the reply", (query, on) -> honest(on).withoutEdns()),
        answers(
            "OPT of version 1", (query, on) -> honest(on).edns(new Edns(1232, 1, 0, List.of()))),
        answers("OPT of no size", (query, on) -> honest(on).edns(new Edns(0, 0, 0, List.of()))),
        answers("OPT of 65535 octets", (query, on) -> honest(on).edns(Edns.of(65_535))),
        answers(
            "all EDNS flags", (query, on) -> honest(on).edns(new Edns(1232, 0, 0xFFFF, List.of()))),
        answers(
            "an unknown option",
            (query, on) -> honest(on).edns(plain.withOption(option(0xFDE9, 4)))),
        answers(
            "an option of 1000 octets",
            (query, on) -> honest(on).edns(plain.withOption(option(77, 1_000)))),
        answers(
            "our options sent back", (query, on) -> honest(on).edns(query.edns().orElse(plain))),
        answers("FORMERR to EDNS", toEdns(Rcode.FORMERR)),
        answers("NOTIMP to EDNS", toEdns(Rcode.NOTIMP)),
        answers("FORMERR to options", toOptions(Rcode.FORMERR)),
        answers("NOTIMP to options", toOptions(Rcode.NOTIMP)),
        answers(
            "BADVERS to options",
            (query, on) -> toOptions(Rcode.BADVERS).apply(query, on).edns(plain)),
        answers("RA set", (query, on) -> honest(on).flag(HeaderFlag.RA)),
        answers("RD set", (query, on) -> honest(on).flag(HeaderFlag.RD)),
        answers("AD set", (query, on) -> honest(on).flag(HeaderFlag.AD)),
        answers("CD set", (query, on) -> honest(on).flag(HeaderFlag.CD)),
        fails("SERVFAIL to EDNS", toEdns(Rcode.SERVFAIL)),
        fails("REFUSED to EDNS", toEdns(Rcode.REFUSED)),
        fails("NXDOMAIN to EDNS, but no SOA", toEdns(Rcode.NXDOMAIN)),
        fails("FORMERR to everything", (query, on) -> Message.replyTo(query).rcode(Rcode.FORMERR)),
        fails("NOTIMP to everything", (query, on) -> Message.replyTo(query).rcode(Rcode.NOTIMP)),
        fails("REFUSED to everything", (query, on) -> Message.replyTo(query).rcode(Rcode.REFUSED)),
        fails(
            "an RCODE that is unassigned",
            (query, on) -> Message.replyTo(query).rcode(Rcode.of(13))),
        fails("TC on everything", (query, on) -> Message.replyTo(query).truncated()),
        fails("no AA", (query, on) -> honest(on).clear(HeaderFlag.AA)));
  }

  private static UnknownOption option(int code, int octets) {
    byte[] data = new byte[octets];
    Arrays.fill(data, (byte) 'x');
    return new UnknownOption(code, Octets.of(data));
  }

  @ParameterizedTest(name = "F14: {0}")
  @MethodSource("shapes")
  void answersOrFailsWithinThreeSends(String name, boolean answered, Responder server) {
    Zoo.in(internet, Zoo.addresses(1));
    internet.server(SERVER).responding(server);
    Resolver resolver = internet.recursive().build();

    assertThat(Zoo.finds(resolver, "ape")).isEqualTo(answered);
    assertThat(internet.queriesTo(SERVER)).hasSizeBetween(1, 3);
  }

  @ParameterizedTest(name = "F14: silence to {0}")
  @MethodSource("silences")
  void getsAnAnswerBesideSilence(String name, boolean answered, Responder server) {
    answersOrFailsWithinThreeSends(name, answered, server);
  }

  static Stream<Arguments> silences() {
    return Stream.of(
        Arguments.of("EDNS", false, silentIf((query, on) -> query.edns().isPresent())),
        Arguments.of(
            "EDNS options",
            true,
            silentIf((query, on) ->
                query.edns().isPresent() && !query.edns().get().options().isEmpty())));
  }

  private static Responder silentIf(BiFunction<Message, Occasion, Boolean> condition) {
    return (query, occasion) ->
        condition.apply(query, occasion) ? List.of() : List.of(occasion.honest());
  }
}
