// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RRType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what an exchange came to: the resolver's verdict, and what in the reply led to it.
 *
 * <p>A referral tells how many name servers it names and how many of their addresses it brought,
 * which is why some must be looked up first; an answer tells its data where they are short.
 */
final class VerdictText {
  private static final int SHORT = 56;

  private VerdictText() {}

  /** The verdict on one exchange. */
  static String of(Step.Exchange exchange) {
    String added = exchange.reply().map(reply -> added(exchange, reply)).orElse("");
    return exchange.detail() + added;
  }

  private static String added(Step.Exchange exchange, Message reply) {
    return switch (exchange.verdict()) {
      case REFERRAL -> delegation(reply, exchange.rejections());
      case ANSWERED -> data(exchange, reply);
      case ALIAS, NO_DATA, NO_SUCH_NAME, LAME, UNUSABLE, TRUNCATED, RETRIED, NO_REPLY -> "";
    };
  }

  private static String delegation(Message reply, List<Rejection> rejections) {
    Set<ResourceRecord> rejected = new HashSet<>();
    rejections.forEach(rejection -> rejected.addAll(rejection.rrset().records()));
    long servers =
        reply.section(Section.AUTHORITY).stream()
            .filter(record -> record.type().equals(RRType.NS) && !rejected.contains(record))
            .count();
    long addresses =
        reply.section(Section.ADDITIONAL).stream()
            .filter(record -> isAddress(record.type()) && !rejected.contains(record))
            .count();
    return " ("
        + Counted.of(servers, "name server")
        + ", "
        + (addresses == 0 ? "no glue" : Counted.of(addresses, "glue address", "glue addresses"))
        + ")";
  }

  private static boolean isAddress(RRType type) {
    return type.equals(RRType.A) || type.equals(RRType.AAAA);
  }

  private static boolean isAsked(RRType type, RRType asked) {
    return asked.equals(RRType.ANY) || type.equals(asked);
  }

  private static String data(Step.Exchange exchange, Message reply) {
    List<ResourceRecord> records =
        reply.answers().stream()
            .filter(record -> isAsked(record.type(), exchange.asked().type()))
            .toList();
    String data =
        records.stream().map(record -> record.data().toString()).collect(Collectors.joining(", "));
    if (records.isEmpty()) {
      return "";
    }
    return ": " + (data.length() <= SHORT ? data : Counted.of(records.size(), "record"));
  }
}
